/**
 * A file dropped beside a drop zone must do nothing: a browser would otherwise open it in place of the app. Zones stay as they
 * are, because they have taken the event by the time it reaches the window.
 */
export const keepDroppedFilesOut = (page: Window): void => {
  const refuse = (event: DragEvent): void => {
    if (event.defaultPrevented || !(event.dataTransfer?.types.includes('Files') ?? false)) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none';
  };
  page.addEventListener('dragover', refuse);
  page.addEventListener('drop', refuse);
};
