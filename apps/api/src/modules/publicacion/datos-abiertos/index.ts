export { DatosAbiertosService } from './datos-abiertos.service.ts'
