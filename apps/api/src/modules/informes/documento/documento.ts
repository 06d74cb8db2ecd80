import {
  conArticulo,
  localDay,
  membreteDe,
  parseMarkdown,
  SECCIONES_INFORME,
  type ClaseInforme,
  type SeccionInforme,
} from '@conoceles/domain'
import { instanteEnPalabras, mesEnPalabras } from '../../../shared/documentos/fechas.ts'
import { markdownBlocks } from '../../../shared/documentos/markdown.ts'
import { enLista } from '../../../shared/documentos/palabras.ts'
import { enPapel, lugarYFecha } from '../../../shared/documentos/institucional/papel.ts'
import type { PdfBlock, PdfDocument, PdfFact } from '../../../shared/documentos/pdf/model.ts'
import type { DatosInforme } from '../datos/datos.ts'
import type { ParrafoRelato } from '../momento.ts'
import type { Firma, PapelInforme } from '../papel.ts'
import { withFields } from './campos.ts'
import { bloquesDeTablas } from './tablas.ts'

/** All that a document of an informe is a function of. */
export interface InformeArmado {
  datos: DatosInforme
  /** SHA-256 of the canonical form of `datos`. */
  sha256: string
  /** By clave of the part. */
  textos: ReadonlyMap<string, string>
  papel: PapelInforme
  /** Figures that nobody froze: it claims no corte and offers no data to check it with. */
  proyecto?: true
}

/** Grows when equal data and texts are laid out in another way: an emission says its own, and keeps its files. */
export const FORMA = 6

const TITULOS: Record<ClaseInforme, string> = {
  avance: 'Informe del avance cuantitativo',
  mensual: 'Informe mensual',
  final: 'Informe final',
  formato: 'Formato de la base de datos',
  plan: 'Plan de trabajo',
}
const SISTEMA = 'Sistema "Candidatas y Candidatos, Conóceles"'
const MATERIAS: Record<ClaseInforme, string> = {
  avance: `relativo a la captura de la información en el ${SISTEMA}`,
  mensual: `relativo al avance en la implementación y operación del ${SISTEMA}`,
  final: `relativo a la captura de la información en el ${SISTEMA}`,
  formato: `relativo a los campos, catálogos y tablas del ${SISTEMA}`,
  plan: `para la implementación y operación del ${SISTEMA}`,
}
interface Marco {
  cifras: string
  metodos: string
  orientation: 'portrait' | 'landscape'
  /** Claves of the tables that follow what people wrote, under a heading of their own. */
  anexas: { titulo: string; claves: readonly string[] }
}
const CIFRAS: Marco = { cifras: 'Cifras', metodos: 'Cómo se obtuvieron las cifras', orientation: 'portrait', anexas: { titulo: '', claves: [] } } // prettier-ignore
const MARCOS: Record<ClaseInforme, Marco> = {
  avance: CIFRAS,
  mensual: CIFRAS,
  final: CIFRAS,
  formato: { ...CIFRAS, cifras: 'Campos, catálogos y tablas', metodos: 'Cómo se obtuvo', orientation: 'landscape' },
  plan: {
    ...{ cifras: 'Áreas responsables, actividades y entregables', metodos: 'De dónde salen las fechas', orientation: 'landscape' },
    anexas: { titulo: 'Calendario, sesiones y versiones que rigen', claves: ['calendario', 'sesiones', 'cuestionarios'] },
  },
}
const AVISO = 'Simulacro: todas las personas de este proceso son ficticias y las cifras también.'

/** The informe as it is read, approved and sent. Nothing of clock, zone or language of the machine comes in. */
export function toDocumento(armado: InformeArmado): PdfDocument {
  const document = layOut(armado)
  const { datos, sha256 } = armado
  const properties = [
    { name: DE_INFORME, value: datos.entregable.clave },
    { name: DE_CORTE, value: sha256 },
  ]
  // The format of the database has thousands of texts and is not refreshed: another of its versions is another document.
  return datos.clase === 'formato' ? document : { ...withFields(document), properties }
}

/** Properties by which an editable document says of which informe and of which frozen data it is. */
export const DE_INFORME = 'conoceles.informe'
export const DE_CORTE = 'conoceles.corte'

function layOut(armado: InformeArmado): PdfDocument {
  const { datos, sha256, textos, proyecto, papel } = armado
  const { clase, tablas, metodo, diagrama, relato } = datos
  const { cifras, metodos, orientation, anexas } = MARCOS[clase]
  const written = (lugar: SeccionInforme['lugar']) =>
    SECCIONES_INFORME[clase].filter((each) => each.lugar === lugar).flatMap((each) => bloquesDeTexto(each, textos.get(each.clave) ?? ''))
  const { bloques, notas } = bloquesDeTablas(tablas, orientation)
  const of = (after: boolean) => tablas.flatMap((tabla, at) => (anexas.claves.includes(tabla.clave) === after ? (bloques[at] ?? []) : []))
  return {
    ...frameOf(armado),
    orientation,
    blocks: [
      ...written('antes'),
      ...(relato ? [titled(relato.titulo), ...relato.parrafos.flatMap(relatoBlocks)] : []),
      titled(cifras),
      ...(diagrama ? [diagrama] : []),
      ...of(false),
      ...written('despues'),
      ...(anexas.claves.length > 0 ? [titled(anexas.titulo), ...of(true)] : []),
      ...withSignature([
        ...listOf(metodos, metodo, { ordered: false, name: 'metodo' }),
        ...listOf('Notas a las tablas', notas, { ordered: true, name: 'nota' }),
      ]),
      ...firmasBlock(papel.firmas),
      ...(proyecto ? [] : constancia(datos, sha256)),
    ],
  }
}

/** Letterhead, cover and marks: it is a project until the Pleno approves it. */
function frameOf({ datos, proyecto, papel }: InformeArmado): Omit<PdfDocument, 'orientation' | 'blocks'> {
  const { emisor, tomadoEn } = datos
  const instituto = emisor.instituto.nombre
  const cut = `${proyecto ? 'Proyecto con cifras al' : 'Corte del'} ${instanteEnPalabras(tomadoEn, emisor.zona)}`
  const dia = localDay(tomadoEn, emisor.zona)
  // Approved, it bears the day of its approval: none before.
  const fecha = papel.aprobadoEn === null ? dia : localDay(papel.aprobadoEn, emisor.zona)
  const membrete = membreteDe(papel.membrete, { instituto, dia })
  const pie = [...membrete.pie, cut]
  const marcas = [...(papel.aprobadoEn === null ? ['PROYECTO'] : []), ...(emisor.simulacro ? ['SIMULACRO, sin valor legal'] : [])]
  return {
    title: tituloDe(datos),
    institute: instituto,
    proceso: emisor.proceso,
    foot: pie.join(' · '),
    notice: emisor.simulacro ? AVISO : null,
    createdAt: tomadoEn,
    membrete: enPapel({ ...membrete, pie }, { encabezado: tituloDe(datos), marcas }),
    cover: {
      subtitle: subtitulo(datos),
      facts: [...hechos(datos, { proyecto: proyecto === true, antes: papel.antes }), ...papel.aprobaciones, { label: 'Lugar y fecha', text: lugarYFecha(papel.lugar, fecha) }],
      paragraphs: [],
    },
  } // prettier-ignore
}

function titled(text: string): PdfBlock {
  return { type: 'heading', level: 2, text }
}

/** Several of one kind are a list under its sentence. */
function relatoBlocks(parrafo: ParrafoRelato, at: number): PdfBlock[] {
  const field = `relato.${at + 1}`
  if (typeof parrafo === 'string') return [{ type: 'paragraph', text: parrafo, field }]
  const { texto, puntos } = parrafo
  return [
    { type: 'paragraph', text: texto, field },
    { type: 'list', ordered: false, items: puntos, fields: puntos.map((_, n) => `${field}.${n + 1}`) },
  ]
}

function listOf(title: string, items: string[], { ordered, name }: { ordered: boolean; name: string }): PdfBlock[] {
  if (items.length === 0) return []
  return [titled(title), { type: 'list', ordered, items, fields: items.map((_, at) => `${name}.${at + 1}`) }]
}

/** The last words go to the page of the signatures. */
function withSignature(blocks: PdfBlock[]): PdfBlock[] {
  return blocks.map((block, at) => (at === blocks.length - 1 && block.type === 'list' ? { ...block, keep: true } : block))
}

/** Room for those who sign, by the charges of the day; a blank name is written by hand. */
function firmasBlock([one, other]: readonly Firma[]): PdfBlock[] {
  const linesOf = ({ rotulo, nombre, cargo }: Firma) => [rotulo, nombre, cargo].filter((text) => text !== '')
  return one ? [{ type: 'signature', lines: linesOf(one), ...(other && { beside: linesOf(other) }) }] : []
}

/** "Informe mensual de abril de 2024". */
export function tituloDe({ clase, entregable: { mes } }: DatosInforme): string {
  return mes === null ? TITULOS[clase] : `${TITULOS[clase]} de ${mesEnPalabras(mes)}`
}

/** Line under the title: the area that presents it, the organ, and its matter. */
export function subtitulo({ clase, organo: nombre, articulo }: DatosInforme): string {
  return `Que presenta la Secretaría Ejecutiva al Pleno ${conArticulo({ nombre, ...(articulo && { articulo }) }, 'de')}, ${MATERIAS[clase]}`
}

/** Facts of the cover, also for the sheet of notes. */
export function hechos(
  { emisor, entregable: { numero, nombre }, organo, tomadoEn, cortePublico, portada = [] }: DatosInforme,
  { proyecto, antes }: { proyecto: boolean; antes: readonly string[] },
): PdfFact[] {
  const publico = cortePublico ? instanteEnPalabras(cortePublico.en, emisor.zona) : 'todavía no hay ninguno'
  return [
    { label: 'Proceso', text: emisor.proceso },
    antes.length === 0 ? { label: 'Lo aprueba', text: organo } : { label: 'Lo aprueban', text: enLista([...antes, organo]) },
    { label: 'Actividad del programa de trabajo', text: numero === 'S/ID' ? nombre : `${numero}, ${nombre}` },
    { label: proyecto ? 'Cifras' : 'Corte de los datos', text: `${proyecto ? 'al ' : ''}${instanteEnPalabras(tomadoEn, emisor.zona)}` },
    { label: 'Corte público más reciente', text: publico },
    ...portada,
  ]
}

/** The last page, apart from what is read and signed: with what anybody checks the document. */
function constancia(datos: DatosInforme, sha256: string): PdfBlock[] {
  return [
    { type: 'page' },
    titled('Constancia de integridad'),
    ...comprobar(datos).map((text, at): PdfBlock => ({ type: 'paragraph', text, field: `comprobar.${at + 1}` })),
    { type: 'facts', facts: huellas(datos, sha256).map((fact) => ({ ...fact, field: `constancia.${fact.label}` })) },
  ]
}

export function huellas({ cortePublico, consulta, emisor, sellos = [] }: DatosInforme, sha256: string): PdfFact[] {
  return [
    { label: 'Datos de este documento (SHA-256)', text: sha256 },
    ...(cortePublico
      ? [{ label: `Corte público ${cortePublico.numero}, del ${instanteEnPalabras(cortePublico.en, emisor.zona)} (SHA-256)`, text: cortePublico.sha256 }]
      : []),
    ...sellos,
    { label: 'Edición de las preguntas a los datos', text: String(consulta) },
  ]
} // prettier-ignore

export function comprobar({ cortePublico }: DatosInforme): string[] {
  return [
    'Los datos congelados de este documento se descargan de su página en el sistema. La huella SHA-256 de ese archivo es la que aquí se lee.',
    ...(cortePublico
      ? [`Las cifras públicas se comprueban en el sitio: el corte ${cortePublico.numero} está firmado y dice la huella de cada página.`]
      : []),
  ]
}

function bloquesDeTexto({ titulo, vacia }: SeccionInforme, texto: string): PdfBlock[] {
  const said: PdfBlock[] = texto.trim() === '' ? [{ type: 'paragraph', text: vacia }] : markdownBlocks(parseMarkdown(texto), 2)
  return [titled(titulo), ...said]
}
