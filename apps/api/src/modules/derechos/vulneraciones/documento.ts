import { enviada, estatusVulneracion, localDay, longDate, type DestinoNotificacion, type LeyPack } from '@conoceles/domain'
import type { Emisor } from '../../intercambio/exportaciones/index.ts'
import { instanteEnPalabras } from '../../../shared/documentos/fechas.ts'
import type { PdfBlock, PdfDocument, PdfFact } from '../../../shared/documentos/pdf/model.ts'
import { leyEnPalabras } from '../ley-en-palabras.ts'
import { ACTO, DATOS, ESTATUS, TIPO } from './vulneracion-en-palabras.ts'
import { relojOf } from './view.ts'
import type { Vulneracion } from './vulneracion.entity.ts'

export interface Papel {
  emisor: Emisor
  lugar: string
  /** Instant of the legal clock, in ISO form. */
  hechoEl: string
  hoy: string
  leyes: readonly LeyPack[]
}

const SIMULACRO = 'Simulacro: todas las personas de este documento son ficticias.'
/** Beyond this many persons it is one letter without a name, to be published or copied. */
const MOST_LETTERS = 500

/** The notice to one destination, with the contents that the law asks for: to persons, a letter for each. */
export function toNotificacion(
  papel: Papel,
  row: Vulneracion,
  { destino, personas }: { destino: DestinoNotificacion; personas: readonly string[] },
): PdfDocument {
  const named = destino === 'personas' && personas.length > 0 && personas.length <= MOST_LETTERS ? personas : [null]
  const draft = !['por_enviar', 'notificada'].includes(estatusVulneracion(row))
  return frame(papel, {
    title: 'Notificación de una vulneración de datos personales',
    letter: true,
    foot: `Unidad de Transparencia · ${row.folio}`,
    notice: draft ? 'PROYECTO: falta que otra persona lo confirme. No se envía todavía.' : null,
    blocks: named.flatMap((persona, at) => [
      ...(at === 0 ? [] : [{ type: 'page' } satisfies PdfBlock]),
      ...letter(papel, row, { destino, persona, cuantas: personas.length }),
    ]),
  })
}

interface Carta {
  destino: DestinoNotificacion
  persona: string | null
  cuantas: number
}

function letter(papel: Papel, row: Vulneracion, carta: Carta): PdfBlock[] {
  const { emisor, lugar, hoy } = papel
  const { ley, garante } = leyEnPalabras(papel.leyes, localDay(row.halladaEn.toISOString(), emisor.zona))
  const oficio = [
    'Oficio: ____________',
    `${lugar ? `${lugar}, a ` : ''}${longDate(hoy)}`,
    `Asunto: Se notifica la vulneración ${row.folio}`,
  ]
  return [
    { type: 'lines', align: 'end', strong: false, lines: oficio },
    { type: 'lines', align: 'start', strong: true, lines: [addresseeOf(carta, garante), 'P R E S E N T E'] },
    { type: 'paragraph', text: openingOf(carta, ley) },
    ...contents(row, carta, emisor),
    { type: 'paragraph', text: 'Sin otro particular, le envío un cordial saludo.', keep: true },
    { type: 'lines', align: 'start', strong: true, lines: ['ATENTAMENTE'], keep: true },
    { type: 'signature', lines: ['Titular de la Unidad de Transparencia', emisor.instituto.nombre] },
    { type: 'lines', align: 'start', strong: false, lines: [`C.c.p. Expediente ${row.folio}. Archivo / Minutario.`] },
  ]
}

function addresseeOf({ destino, persona }: Carta, garante: string | undefined): string {
  if (destino === 'garante') return (garante ?? 'Autoridad garante en materia de protección de datos personales').toUpperCase()
  return persona?.toUpperCase() ?? 'PERSONA TITULAR DE LOS DATOS PERSONALES'
}

function openingOf({ destino }: Carta, ley: string): string {
  const whose = destino === 'garante' ? 'datos personales en posesión de este Instituto' : 'datos personales suyos'
  return `Con fundamento en ${ley}, le informo sin dilación alguna que se confirmó una vulneración de ${whose} que puede afectar de forma significativa los derechos de las personas titulares.`
}

function contents(row: Vulneracion, { destino, cuantas }: Carta, emisor: Emisor): PdfBlock[] {
  const part = (text: string): PdfBlock => ({ type: 'lines', align: 'start', strong: true, lines: [text], keep: true })
  const said = (text: string): PdfBlock[] => text.split(/\n+/).filter(Boolean).map((each) => ({ type: 'paragraph', text: each })) // prettier-ignore
  const persons: PdfFact[] = destino === 'garante' ? [{ label: 'Personas afectadas', text: cuantas.toLocaleString('es-MX') }] : []
  return [
    part('I. Naturaleza del incidente'),
    ...said(row.que),
    { type: 'facts', facts: [...whenOf(row, emisor), ...persons] },
    part('II. Datos personales comprometidos'),
    { type: 'list', ordered: false, items: row.datos.map((each) => DATOS[each]) },
    part('III. Recomendaciones para proteger sus intereses'),
    ...said(row.recomendaciones),
    part('IV. Acciones correctivas realizadas de forma inmediata'),
    ...said(row.medidas),
    part('V. Medios para obtener más información'),
    ...kept(said(row.medios)),
  ]
}

/** The last of it stays with the signature, which never stands alone. */
function kept(blocks: PdfBlock[]): PdfBlock[] {
  return blocks.map((block, at) => (block.type === 'paragraph' && at === blocks.length - 1 ? { ...block, keep: true } : block))
}

function whenOf(row: Vulneracion, { zona }: Emisor): PdfFact[] {
  return [
    { label: 'Tipo de vulneración', text: TIPO[row.tipo] },
    { label: 'Cuándo ocurrió', text: ocurrioEnPalabras(row) },
    { label: 'Cuándo se halló', text: instanteEnPalabras(row.halladaEn.toISOString(), zona) },
  ]
}

export function ocurrioEnPalabras({ ocurrioDesde, ocurrioHasta }: Pick<Vulneracion, 'ocurrioDesde' | 'ocurrioHasta'>): string {
  if (ocurrioDesde !== null && ocurrioHasta !== null)
    return ocurrioDesde === ocurrioHasta ? longDate(ocurrioDesde) : `Del ${longDate(ocurrioDesde)} al ${longDate(ocurrioHasta)}`
  if (ocurrioDesde !== null) return `Desde el ${longDate(ocurrioDesde)}`
  return ocurrioHasta === null ? 'No se sabe' : `A más tardar el ${longDate(ocurrioHasta)}`
}

/** One breach of the bitácora, in words. */
export interface Asiento {
  row: Vulneracion
  afectadas: number
  ahora: Date
}

/** The bitácora of breaches, one after the other. */
export function toLibro(papel: Papel, asientos: readonly Asiento[]): PdfDocument {
  return frame(papel, {
    title: 'Bitácora de vulneraciones de datos personales',
    foot: `Unidad de Transparencia · al ${longDate(papel.hoy)}`,
    notice: null,
    blocks:
      asientos.length === 0
        ? [{ type: 'paragraph', text: 'No se ha registrado ninguna vulneración.' }]
        : asientos.flatMap((asiento) => asientoBlocks(asiento, papel.emisor)),
  })
}

function asientoBlocks(asiento: Asiento, emisor: Emisor): PdfBlock[] {
  const { hechos, folio } = asiento.row
  const [, ...cells] = celdasOf(asiento, emisor.zona)
  return [
    { type: 'heading', level: 2, text: folio },
    { type: 'facts', facts: COLUMNAS.slice(1).map((label, at) => ({ label, text: cells[at] ?? '' })) },
    ...(hechos.length === 0
      ? []
      : ([
          {
            type: 'table',
            columns: [
              { title: 'Cuándo', width: 1.6 },
              { title: 'Acto', width: 2 },
              { title: 'Qué dice', width: 4 },
            ],
            rows: hechos.map(({ en, acto, texto, medio }) => [
              instanteEnPalabras(en, emisor.zona),
              ACTO[acto],
              [...(medio ? [`Medio: ${medio}.`] : []), texto].join(' '),
            ]),
          },
        ] satisfies PdfBlock[])),
  ]
}

export const COLUMNAS = [
  'Folio',
  'Tipo de vulneración',
  'Qué pasó',
  'Motivo',
  'Cuándo ocurrió',
  'Cuándo se halló',
  'Quién la halló',
  'Datos comprometidos',
  'Personas afectadas',
  'Acciones correctivas',
  'Afectación confirmada',
  'Notificada a las personas',
  'Notificada a la autoridad garante',
  'Tiempo desde que se confirmó',
  'Cómo está',
]

/** As many texts as columns. */
export function celdasOf({ row, afectadas, ahora }: Asiento, zona: string): string[] {
  const when = (iso: string | undefined) => (iso === undefined ? 'No' : instanteEnPalabras(iso, zona))
  const sent = (destino: DestinoNotificacion) => when(enviada(row, destino)?.en)
  const reloj = relojOf(row, ahora)
  const notas = row.hechos.filter(({ acto }) => acto === 'anotar').map(({ texto }) => texto)
  return [
    ...[row.folio, TIPO[row.tipo], row.que, row.causa || 'No se sabe', ocurrioEnPalabras(row)],
    ...[when(row.halladaEn.toISOString()), row.halladaPor],
    ...[row.datos.map((each) => DATOS[each]).join('; ') || 'Ninguno', afectadas.toLocaleString('es-MX')],
    [row.medidas, ...notas].filter(Boolean).join('\n') || 'Ninguna',
    ...[when(reloj?.desde), sent('personas'), sent('garante')],
    ...[reloj?.transcurrido ?? 'No corre', ESTATUS[estatusVulneracion(row)]],
  ]
}

function frame(
  { emisor, hechoEl }: Papel,
  { title, letter, foot, notice, blocks }: Pick<PdfDocument, 'title' | 'letter' | 'foot' | 'notice' | 'blocks'>,
): PdfDocument {
  return {
    title,
    ...(letter && { letter }),
    institute: emisor.instituto.nombre,
    proceso: emisor.proceso,
    foot: [...(emisor.simulacro ? ['SIMULACRO, sin valor legal'] : []), foot].join(' · '),
    notice: [...(notice === null ? [] : [notice]), ...(emisor.simulacro ? [SIMULACRO] : [])].join(' ') || null,
    createdAt: hechoEl,
    orientation: 'portrait',
    blocks,
  }
}
