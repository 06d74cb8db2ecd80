export * from './comparacion.ts'
export * from './indice.ts'
export * from './orden-justo.ts'
export * from './pack.ts'
