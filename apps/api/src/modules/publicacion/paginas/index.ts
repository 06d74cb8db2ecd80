export { PaginasService } from './paginas.service.ts'
