import { z } from 'zod';

/**
 * The contract's schemas are made without compiling code from text, which the content policy forbids (the
 * library's mere try would be reported as a violation). Imported first, before any schema is made.
 */
z.config({ jitless: true });
