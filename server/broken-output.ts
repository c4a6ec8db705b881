/**
 * Lets the site go on when nobody reads what it prints any more, as after `npm start | head`. Without this a line that
 * cannot be written is an error, which is printed, which is an error.
 */
export function outliveBrokenOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}
