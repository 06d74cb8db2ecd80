export * from './dato.ts'
export { datosConFuente } from './datos.ts'
export { datosSueltos } from './sueltos.ts'
