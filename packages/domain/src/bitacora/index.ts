export * from './actos.ts'
export * from './detalle.ts'
export * from './extracto/index.ts'
export * from './materias.ts'
