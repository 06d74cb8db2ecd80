export * from './acuerdo.ts'
export * from './conteo.ts'
export * from './estatus.ts'
export * from './libro.ts'
