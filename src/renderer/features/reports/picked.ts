/** Whatever can be drawn as a picture of its own: with title, range and legend, on white, whatever the theme. */
export type PictureSource = { readonly png: () => Promise<Blob> };
