// Folders as their own system writes them.

/** How everything in this folder begins. */
export function inside(folder: string): string {
  if (/[/\\]$/.test(folder)) return folder
  return folder + (folder.includes('\\') ? '\\' : '/')
}
