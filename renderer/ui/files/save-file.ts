/** Hands a file to the person as a download. */
export const saveFile = (file: File): void => {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  // The browser reads the file after this call returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};
