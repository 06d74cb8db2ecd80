export { conEjemplos } from './ejemplos.ts'
