import { longDate } from '@conoceles/domain'
import { constanciaOf, tablaOf } from '../../../../shared/documentos/institucional/papel.ts'
import type { PdfDocument } from '../../../../shared/documentos/pdf/model.ts'
import { nombreEntero, papelDe, type Leida } from './comun.ts'

/** A paper of the one file of a sesión. */
export interface PapelEnlistado {
  /** Paper that the system writes; null: it came from outside. */
  hoja: string | null
  titulo: string
  /** One for each format. */
  archivos: { nombre: string; sha256: string }[]
  firma: keyof typeof FIRMAS
}

const FIRMAS = {
  firmado: 'Firmado',
  recibido: 'Como se recibió',
  sin_firma: 'Sin firma',
} as const

/** Cover of the one file of a sesión: its papers in their order, which of them nobody signed, and their hashes on a page apart. */
export function toCaratula(leida: Leida, papeles: readonly PapelEnlistado[]): PdfDocument {
  const { sesion } = leida
  const unsigned = papeles.filter(({ firma }) => firma === 'sin_firma').length
  const rows = papeles.map(({ titulo, archivos, firma }, at) => [
    String(at + 1),
    titulo,
    archivos.map(({ nombre }) => nombre).join(', '),
    FIRMAS[firma],
  ])
  const en = sesion.historia.at(-1)?.en ?? `${sesion.fecha}T12:00:00Z`
  return papelDe(leida, { titulo: 'Carátula del expediente', en, marcas: [] }, [
    { type: 'lines', align: 'center', strong: true, lines: [nombreEntero(leida), longDate(sesion.fecha)] },
    tablaOf(['N.º', 'Documento', 'Archivo', 'Firma'], rows),
    { type: 'paragraph', text: faltaText(leida, unsigned) },
    ...constanciaOf({ facts: [], archivos: papeles.flatMap(({ archivos }) => archivos) }),
  ])
}

function faltaText({ sesion: { estatus, acta, papel } }: Leida, unsigned: number): string {
  const owed = papel === 'acta' ? 'el acta firmada' : 'la minuta firmada'
  const missing = estatus === 'celebrada' && acta === null ? ` Falta agregar ${owed}.` : ''
  if (unsigned === 0) return `Ningún documento espera firma.${missing}`
  return `${unsigned === 1 ? 'Un documento sale' : `${unsigned} documentos salen`} del sistema para firmarse: sin firma no ${unsigned === 1 ? 'prueba' : 'prueban'} nada.${missing}`
}
