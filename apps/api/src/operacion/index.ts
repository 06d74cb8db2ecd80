export type { Figures } from './figures.ts'
export { startOperations } from './operations.ts'
