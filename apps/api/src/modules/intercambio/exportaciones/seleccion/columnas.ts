import { keysOf } from '@conoceles/domain/typed'
import type { CandidaturaDto } from '../../../registro/index.ts'
import { instanteEnPalabras } from '../../../../shared/documentos/fechas.ts'
import type { Cell } from '../../../../shared/documentos/xlsx/model.ts'
import { CAPTURA, ESTATUS } from '../consulta/libro.ts'

interface Columna {
  title: string
  width: number
  cell: (fila: CandidaturaDto, zona: string) => Cell
}

const column = (title: string, width: number, cell: Columna['cell']): Columna => ({ title, width, cell })

/** A column of the list of the console holds several data: a file has one for each. */
const COLUMNAS = {
  nombre: [column('Nombre', 36, ({ nombre }) => nombre), column('Sobrenombre', 18, ({ apodo }) => apodo)],
  folio: [
    column('Folio', 9, ({ folio }) => folio),
    column('Calidad', 13, ({ calidad }) => (calidad === 'propietaria' ? 'Propietaria' : 'Suplente')),
  ],
  cargoNombre: [
    column('Cargo', 26, ({ cargoNombre }) => cargoNombre),
    column('Demarcación', 22, ({ lugar }) => lugar),
    column('Número', 9, ({ numero }) => numero),
  ],
  actorPolitico: [
    column('Actor político', 34, ({ actorPolitico }) => actorPolitico.nombre),
    column('Partido de origen', 26, ({ partidoOrigen }) => partidoOrigen?.nombre ?? null),
  ],
  acuerdo: [
    column('Acuerdo', 24, ({ acuerdo }) => acuerdo.numero),
    column('Fecha del acuerdo', 20, ({ acuerdo }) => ({ day: acuerdo.fecha })),
  ],
  estatusCaptura: [
    column('Estatus', 14, ({ estatus }) => ESTATUS[estatus] ?? estatus),
    column('Estatus de la captura', 24, ({ estatusCaptura }) => CAPTURA[estatusCaptura]),
    column('Secciones completas', 22, ({ avance }) => avance.capturadas),
    column('Secciones', 12, ({ avance }) => avance.total),
  ],
  venceEn: [
    column('Vence la captura', 40, ({ venceEn }, zona) => venceEn && instanteEnPalabras(venceEn, zona)),
    column('Plazo vencido', 16, ({ vencida }) => (vencida ? 'Sí' : 'No')),
  ],
} satisfies Record<string, Columna[]>

export type ClaveColumna = keyof typeof COLUMNAS
export const CLAVES_COLUMNA = keysOf(COLUMNAS)

export function columnasDe(claves: readonly ClaveColumna[]): Columna[] {
  return claves.flatMap((clave) => COLUMNAS[clave])
}
