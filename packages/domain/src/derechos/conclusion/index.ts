export * from './actos.ts'
export * from './pack.ts'
export * from './plan.ts'
