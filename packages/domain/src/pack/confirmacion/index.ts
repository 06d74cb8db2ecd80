export * from './dato.ts'
export { datosConFuente } from './datos.ts'
export { datosDelPaquete } from './del-paquete.ts'
export { datosSueltos } from './sueltos.ts'
