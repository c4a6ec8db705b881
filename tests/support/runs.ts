/** How many cases a fuzz test tries: a quarter of them unless FUZZ=1 asks for all, always the same ones. */
export const runs = (all: number): number => (process.env['FUZZ'] === '1' ? all : Math.ceil(all / 4))
