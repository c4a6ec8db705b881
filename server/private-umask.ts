/** From now on, what this process and those that it starts make can be read by their own user only, whatever the shell's umask. */
export function makeFilesPrivate(): void {
  process.umask(0o077)
}
