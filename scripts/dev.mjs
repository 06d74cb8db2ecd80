// npm run dev: the system of `npm start`, on the same simulacro, that follows each save.
import { dev } from './lib/dev/dev.mjs'

await dev()
