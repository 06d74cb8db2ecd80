import type { EstatusCaptura } from '@conoceles/domain'
import type { CandidaturaDto } from '../../../registro/index.ts'
import { AVISO_BLOQUEO } from '../../../../shared/documentos/aviso-bloqueo.ts'
import { instanteEnPalabras } from '../../../../shared/documentos/fechas.ts'
import type { Cell, Workbook } from '../../../../shared/documentos/xlsx/model.ts'
import type { Emisor } from '../listados/contenido.ts'

/** A query of the directory and its rows, before it is a file. */
export interface Consulta {
  emisor: Emisor
  /** Name under which the account keeps it; null when it does not. */
  vista: string | null
  /** Filters, in words. */
  filtros: readonly { nombre: string; valor: string }[]
  orden: string
  /** Name of the account that asked. */
  cuenta: string
  /** Instant of the legal clock, in ISO form. */
  corte: string
  bloqueados: boolean
  filas: readonly CandidaturaDto[]
}

/** Rows of the directory, and a sheet of its own with the query, its time and its account. */
export function toWorkbook(consulta: Consulta): Workbook {
  const rows = consulta.filas.map((fila) => toRow(fila, consulta.emisor.zona))
  return {
    title: `Consulta de candidaturas${consulta.vista === null ? '' : `: ${consulta.vista}`}`,
    author: consulta.emisor.instituto.nombre,
    createdAt: consulta.corte,
    sheets: [
      { name: 'Candidaturas', widths: COLUMNAS.map(([title, width]) => Math.max(width, title.length + 3)), headerRows: 1, rows: [COLUMNAS.map(([title]) => title), ...rows] }, // prettier-ignore
      { name: 'Notas', widths: [28, 120], headerRows: 0, rows: notas(consulta) },
    ],
  }
}

function notas({ emisor, vista, filtros, orden, cuenta, corte, bloqueados, filas }: Consulta): Cell[][] {
  return [
    ...(emisor.simulacro ? [['Aviso', 'Simulacro: todas las personas de este documento son ficticias.']] : []),
    ...(bloqueados ? [['Bloqueo de los datos', AVISO_BLOQUEO]] : []),
    ['Instituto', emisor.instituto.nombre],
    ['Proceso', emisor.proceso],
    ['Consulta guardada', vista ?? 'No es una consulta guardada'],
    ...(filtros.length === 0
      ? [['Filtro', 'Ninguno: todas las candidaturas al alcance de la cuenta']]
      : filtros.map(({ nombre, valor }) => [`Filtro: ${nombre}`, valor])),
    ['Orden', orden],
    ['Candidaturas', filas.length],
    ['Momento', `${instanteEnPalabras(corte, emisor.zona)} (${emisor.zona})`],
    ['La pidió', cuenta],
    ['Qué contiene', 'Lo que muestra el directorio de la consola. No hay respuestas de ningún cuestionario.'],
  ]
}

const COLUMNAS: readonly [title: string, width: number][] = [
  ['Clave', 20],
  ['Nombre', 36],
  ['Sobrenombre', 18],
  ['Cargo', 26],
  ['Demarcación', 22],
  ['Actor político', 34],
  ['Partido de origen', 26],
  ['Calidad', 13],
  ['Número', 9],
  ['Folio', 9],
  ['Acuerdo', 24],
  ['Fecha del acuerdo', 14],
  ['Estatus', 14],
  ['Estatus de la captura', 20],
  ['Secciones completas', 12],
  ['Secciones', 12],
  ['Validada', 40],
  ['Vence la captura', 40],
  ['Plazo vencido', 12],
]

function toRow(fila: CandidaturaDto, zona: string): Cell[] {
  const when = (instant: string | null) => instant && instanteEnPalabras(instant, zona)
  return [
    ...[fila.clave, fila.nombre, fila.apodo, fila.cargoNombre, fila.lugar, fila.actorPolitico.nombre, fila.partidoOrigen?.nombre ?? null],
    ...[fila.calidad === 'propietaria' ? 'Propietaria' : 'Suplente', fila.numero, fila.folio, fila.acuerdo.numero],
    ...[{ day: fila.acuerdo.fecha }, ESTATUS[fila.estatus] ?? fila.estatus, CAPTURA[fila.estatusCaptura]],
    ...[fila.avance.capturadas, fila.avance.total, when(fila.validadaEn), when(fila.venceEn), fila.vencida ? 'Sí' : 'No'],
  ]
}

export const ESTATUS: Record<string, string> = { aprobada: 'Aprobada', sustituida: 'Sustituida', cancelada: 'Cancelada' }
export const CAPTURA: Record<EstatusCaptura, string> = {
  sin_captura: 'Sin captura',
  en_captura: 'En captura',
  completa: 'Completa',
  validada: 'Validada',
  observada: 'Observada',
  en_correccion: 'En corrección',
  verificada: 'Verificada',
}
