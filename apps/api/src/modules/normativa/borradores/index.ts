export { actsOn } from './acts.routes.ts'
export { BorradorLeidoDto, MotivoBorradorDto } from './borradores.dto.ts'
export {
  Borradores,
  PROPUESTA,
  type Alrededor,
  type BorradoresServices,
  type Clase,
  type Efecto,
  type Hecho,
  type Pedido,
  type Turno,
} from './borradores.ts'
