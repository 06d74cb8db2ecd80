import { localDay, longDate, type Rol, type TomaConclusion } from '@conoceles/domain'
import type { Emisor } from '../../intercambio/exportaciones/index.ts'
import { cuantas, instanteEnPalabras } from '../../../shared/documentos/fechas.ts'
import type { PdfBlock, PdfDocument } from '../../../shared/documentos/pdf/model.ts'
import type { CortesComprobados } from './supresion.queries.ts'

/** Account of the destroyed and the kept data, with reasons, times and authors: the same for people and for machines. */
export interface Constancia {
  formato: 'constancia-supresion-1'
  emisor: Emisor
  emitidaEn: string
  base: string
  /** Accounts by their id, as the bitácora has them. */
  ordenada: {
    propuestaPor: string | null
    propuestaEn: string | null
    confirmadaPor: string | null
    confirmadaRol: Rol | null
    confirmadaEn: string | null
  }
  /** Names and charges of both people; null: no account of the system. */
  personas: { propuso: PersonaConstancia | null; confirmo: PersonaConstancia | null }
  /** Matters that were open when it was ordered. */
  abierto: string[]
  candidaturas: number
  destruidas: Record<string, number>
  /** Public versions whose bytes nobody keeps any more: how many, and the hash of their list. */
  versiones: { cuantas: number; sha256: string }
  conserva: { que: string; porque: string }[]
  cortes: CortesComprobados
}

interface PersonaConstancia {
  nombre: string
  cargo: string
}

const KINDS: Partial<Record<TomaConclusion, [string, string]>> = {
  respuestas: ['sección con sus respuestas', 'secciones con sus respuestas'],
  identidad: ['respuesta de identidad', 'respuestas de identidad'],
  llaves: ['llave de datos', 'llaves de datos'],
  fotografias: ['fotografía', 'fotografías'],
  documentos: ['documento firmado o de identificación', 'documentos firmados o de identificación'],
  archivo: ['versión pública archivada', 'versiones públicas archivadas'],
  cargas: ['renglón o archivo de las cargas', 'renglones y archivos de las cargas'],
  seguimiento: ['observación, respuesta o pausa de la revisión', 'observaciones, respuestas y pausas de la revisión'],
}

export function toPdf(constancia: Constancia): PdfDocument {
  const { emisor, emitidaEn, base, ordenada, personas, abierto, candidaturas, destruidas, versiones, conserva, cortes } = constancia
  const when = (iso: string | null) => (iso === null ? 'No consta' : instanteEnPalabras(iso, emisor.zona))
  return {
    title: 'Constancia de supresión de datos personales',
    institute: emisor.instituto.nombre,
    proceso: emisor.proceso,
    foot: footOf(emisor, emitidaEn),
    notice: emisor.simulacro ? 'Simulacro: todas las personas de este documento son ficticias.' : null,
    createdAt: emitidaEn,
    orientation: 'portrait',
    blocks: [
      {
        type: 'paragraph',
        text: `Se destruyó lo que capturaron ${cuantas(candidaturas, ['candidatura', 'candidaturas'])}. Desde el sistema nadie puede recuperarlo. El sistema no alcanza las copias de seguridad del Instituto: se destruyen aparte.`,
      },
      {
        type: 'facts',
        facts: [
          { label: 'Fundamento', text: base },
          { label: 'Propuesta', text: `${quien(personas.propuso)}, ${when(ordenada.propuestaEn)}` },
          { label: 'Confirmada', text: `${quien(personas.confirmo)}, ${when(ordenada.confirmadaEn)}` },
          { label: 'Terminada', text: when(emitidaEn) },
        ],
      },
      { type: 'heading', level: 2, text: 'Qué estaba abierto al ordenarla' },
      abierto.length === 0
        ? { type: 'paragraph', text: 'Nada: ninguna solicitud sobre datos personales ni bloqueo de datos.' }
        : { type: 'list', ordered: false, items: abierto },
      { type: 'heading', level: 2, text: 'Qué se destruyó' },
      destruidoOf(destruidas),
      {
        type: 'paragraph',
        text: `Las huellas de ${cuantas(versiones.cuantas, ['versión pública', 'versiones públicas'])} que ya nadie conserva están en versiones-destruidas.json, con huella ${versiones.sha256}.`,
      },
      { type: 'heading', level: 2, text: 'Qué se conserva, y por qué' },
      { type: 'list', ordered: false, items: conserva.map(({ que, porque }) => `${que}. ${porque}.`) },
      { type: 'heading', level: 2, text: 'Lo que fue público se sigue comprobando' },
      {
        type: 'paragraph',
        text: `Después de la supresión se comprobó la firma, la cadena y la lista de huellas de ${cuantas(cortes.cuantos, ['corte', 'cortes'])}: todas coinciden. ${ultimoOf(cortes)}`,
      },
      ...firmas(personas),
    ],
  }
}

function ultimoOf({ ultimo }: CortesComprobados): string {
  return ultimo ? `Último corte: ${ultimo.numero}, huella ${ultimo.sha256}.` : 'No hubo ninguno.'
}

function footOf({ simulacro, zona }: Emisor, emitidaEn: string): string {
  const said = `Constancia de supresión · ${longDate(localDay(emitidaEn, zona))}`
  return simulacro ? `SIMULACRO, sin valor legal · ${said}` : said
}

function destruidoOf(destruidas: Constancia['destruidas']): PdfBlock {
  const items = Object.entries(KINDS).flatMap(([kind, words]) => (destruidas[kind] ? [cuantas(destruidas[kind], words)] : []))
  return items.length === 0 ? { type: 'paragraph', text: 'No había datos que destruir.' } : { type: 'list', ordered: false, items }
}

/** Room to sign for the two that ordered it. */
function firmas({ propuso, confirmo }: Constancia['personas']): PdfBlock[] {
  const firma = (papel: string, { nombre, cargo }: PersonaConstancia) => [`${papel}: ${nombre}`, cargo]
  if (propuso && confirmo) return [{ type: 'signature', lines: firma('Propuso', propuso), beside: firma('Confirmó', confirmo) }]
  return confirmo ? [{ type: 'signature', lines: firma('Confirmó', confirmo) }] : []
}

function quien(persona: PersonaConstancia | null): string {
  return persona === null ? 'Una cuenta que el sistema ya no tiene' : `${persona.nombre} (${persona.cargo})`
}
