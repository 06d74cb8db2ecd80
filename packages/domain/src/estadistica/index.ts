export * from './intervalo.ts'
export * from './lotes.ts'
export * from './pack.ts'
export * from './tabla-identidad.ts'
