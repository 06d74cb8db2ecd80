export * from './actos.ts'
export * from './detalle.ts'
export * from './materias.ts'
