export * from './declaradas.ts'
export * from './plantilla.ts'
