/** Opens the palette from everywhere, and closes it; its cap stands on the button that does the same. */
export const paletteKeys = 'Mod+K';
