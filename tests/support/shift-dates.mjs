// Sets the clock of a process: NODE_OPTIONS=--import=<this file> and SHIFTED_DAYS=<days ahead, or behind with a minus>.
const shiftMs = Number(process.env.SHIFTED_DAYS) * 86_400_000
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
