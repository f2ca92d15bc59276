/**
 * The till needs no camera, place, device, notification or screen of the web: every question is answered no.
 * Electron's own default answers yes.
 */
export const permissionAnswers = {
  request: false,
  check: false,
  device: false,
} as const;
