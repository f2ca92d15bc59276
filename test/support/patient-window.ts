import { configure } from '@testing-library/react';

/** What a window shows in the end is waited for as long as a busy machine may take; by itself it is one second. */
configure({ asyncUtilTimeout: 60_000 });
