/** What an application window of Chromium shows first. Plain ASCII, or Chromium opens an ordinary window. */
export const APP_START_PAGE = 'data:text/html,<title>window</title>';

/** Whether a page still shows the document it was born with, which is none of the application's. */
export function isStartPage(url: string): boolean {
  return url === 'about:blank' || url === APP_START_PAGE;
}
