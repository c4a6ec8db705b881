// Sets the clock of a process: NODE_OPTIONS=--import=<this file> and SHIFTED_DAYS=<days ahead, or behind with a minus>. With
// SHIFTED_DAYS_FILE, a file that holds them, the clock jumps while the process
// runs, which says in another file what it took.
import { readFileSync, watchFile, writeFileSync } from 'node:fs'

const file = process.env.SHIFTED_DAYS_FILE
const daysNow = () => Number(file ? readFileSync(file, 'utf8') : process.env.SHIFTED_DAYS)
let shiftMs = daysNow() * 86_400_000
if (file) {
  watchFile(file, { interval: 20, persistent: false }, () => {
    shiftMs = daysNow() * 86_400_000
    writeFileSync(`${file}.taken`, String(daysNow()))
  })
}
const RealDate = globalThis.Date

globalThis.Date = class Date extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + shiftMs)
    else super(...given)
  }

  static now() {
    return RealDate.now() + shiftMs
  }
}
