import { parseMarkdown, SECCIONES_INFORME, type SeccionInforme } from '@conoceles/domain'
import { instanteEnPalabras, mesEnPalabras } from '../../../shared/documentos/fechas.ts'
import { markdownBlocks } from '../../../shared/documentos/markdown.ts'
import type { PdfBlock, PdfDocument, PdfFact } from '../../../shared/documentos/pdf/model.ts'
import type { DatosInforme } from '../datos/datos.ts'
import { withFields } from './campos.ts'
import { bloquesDeTabla } from './tablas.ts'

/** All that a document of an informe is a function of. */
export interface InformeArmado {
  datos: DatosInforme
  /** SHA-256 of the canonical form of `datos`. */
  sha256: string
  /** By clave of the part. */
  textos: ReadonlyMap<string, string>
  forma: number
}

/**
 * Grows when equal data and texts would be laid out in another way: an emission keeps its form, and is made again in that one. Since 2
 * every text of the system is a field of the editable document, which tells its informe and its cut.
 */
export const FORMA = 2

const TITULOS: Record<DatosInforme['clase'], string> = {
  avance: 'Informe de avance cuantitativo en la captura de la información',
  mensual: 'Informe mensual de avance en la implementación y operación del sistema',
  final: 'Informe final sobre la captura de la información',
  formato: 'Formato de la base de datos',
}
const DE_CIFRAS = { cifras: 'Cifras', metodos: 'Cómo se obtuvieron las cifras', orientation: 'portrait' } as const
const DE_CAMPOS = { cifras: 'Campos, catálogos y tablas', metodos: 'Cómo se obtuvo', orientation: 'landscape' } as const
const AVISO = 'Simulacro: todas las personas de este proceso son ficticias y las cifras también.'

/** The informe as it is read, approved and sent. Nothing of clock, zone or language of the machine comes in. */
export function toDocumento({ datos, sha256, textos, forma }: InformeArmado): PdfDocument {
  const document = layOut({ datos, sha256, textos })
  if (forma < 2) return document
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

function layOut({ datos, sha256, textos }: Omit<InformeArmado, 'forma'>): PdfDocument {
  const { clase, emisor, tomadoEn, tablas, metodo, diagrama } = datos
  const { cifras, metodos, orientation } = clase === 'formato' ? DE_CAMPOS : DE_CIFRAS
  const partes = SECCIONES_INFORME[clase]
  const written = (lugar: SeccionInforme['lugar']) =>
    partes.filter((each) => each.lugar === lugar).flatMap((each) => bloquesDeTexto(each, textos.get(each.clave) ?? ''))
  return {
    title: TITULOS[clase],
    institute: emisor.instituto.nombre,
    proceso: emisor.proceso,
    foot: `${subtitulo(datos)} · corte del ${instanteEnPalabras(tomadoEn, emisor.zona)} · huella ${sha256.slice(0, 12)}`,
    notice: emisor.simulacro ? AVISO : null,
    createdAt: tomadoEn,
    orientation,
    cover: { subtitle: subtitulo(datos), facts: hechos(datos, sha256), paragraphs: comprobar(datos) },
    blocks: [
      ...written('antes'),
      { type: 'heading', level: 2, text: cifras },
      ...(diagrama ? [diagrama] : []),
      ...tablas.flatMap((tabla) => bloquesDeTabla(tabla, orientation)),
      ...written('despues'),
      { type: 'heading', level: 2, text: metodos },
      { type: 'list', ordered: false, items: metodo },
    ],
  }
}

/** "Actividad 11.5, abril de 2024". */
export function subtitulo({ entregable: { numero, mes } }: DatosInforme): string {
  const actividad = numero === 'S/ID' ? 'Actividad sin número' : `Actividad ${numero}`
  return mes === null ? actividad : `${actividad}, ${mesEnPalabras(mes)}`
}

export function tituloDe({ clase }: DatosInforme): string {
  return TITULOS[clase]
}

/** Facts of the cover, also for the sheet of notes. */
export function hechos(
  { emisor, entregable, organo, tomadoEn, cortePublico, consulta, portada = [] }: DatosInforme,
  sha256: string,
): PdfFact[] {
  const publico = cortePublico
    ? `número ${cortePublico.numero}, del ${instanteEnPalabras(cortePublico.en, emisor.zona)}; huella ${cortePublico.sha256}`
    : 'todavía no hay ninguno'
  return [
    { label: 'Instituto', text: emisor.instituto.nombre },
    { label: 'Proceso', text: emisor.proceso },
    { label: 'Lo aprueba', text: organo },
    { label: 'Actividad del programa de trabajo', text: entregable.nombre },
    { label: 'Corte de los datos', text: `${instanteEnPalabras(tomadoEn, emisor.zona)} (${emisor.zona})` },
    { label: 'Corte público', text: publico },
    ...portada,
    { label: 'Edición de las consultas', text: String(consulta) },
    { label: 'Huella de los datos (SHA-256)', text: sha256 },
  ]
}

export function comprobar({ cortePublico }: DatosInforme): string[] {
  return [
    'Cómo comprobarlo: los datos congelados de este informe se descargan de su página en la consola; la huella SHA-256 de ese archivo es la de arriba. Con los mismos datos y los mismos textos, el sistema vuelve a escribir este documento byte por byte.',
    ...(cortePublico
      ? [`Las cifras públicas se comprueban en el sitio: el corte ${cortePublico.numero} está firmado y dice la huella de cada página.`]
      : []),
  ]
}

function bloquesDeTexto({ titulo }: SeccionInforme, texto: string): PdfBlock[] {
  if (texto.trim() === '') return []
  return [{ type: 'heading', level: 2, text: titulo }, ...markdownBlocks(parseMarkdown(texto), 2)]
}
