import { cuantas, diaEnPalabras, instanteEnPalabras } from '../../../shared/documentos/fechas.ts'
import { measureColumns } from '../../../shared/documentos/pdf/columns.ts'
import type { PdfBlock, PdfDocument, PdfFact } from '../../../shared/documentos/pdf/model.ts'
import type { VersionDePunto } from './aprobados.queries.ts'
import type { AsistenciaDto, CelebracionDto, ConvocatoriaDto, PuntoDto, PuntoVotadoDto, SesionDetailDto } from './sesiones.dto.ts'

/** Letterhead of the institute. */
export interface Membrete {
  instituto: string
  proceso: string
  zona: string
  simulacro: boolean
}

const AVISO = 'Simulacro: las personas, los votos y los acuerdos de este documento son ficticios.'

/** The convocatoria as it is handed out: day, place and agenda. */
export function toConvocatoria(
  sesion: SesionDetailDto,
  convocatoria: ConvocatoriaDto,
  { membrete, versiones }: { membrete: Membrete; versiones: readonly VersionDePunto[] },
): PdfDocument {
  const { zona } = membrete
  const facts: PdfFact[] = [
    { label: 'Órgano', text: sesion.organo.nombre },
    { label: 'Sesión', text: sesion.nombre },
    { label: 'Fecha y hora', text: `${diaEnPalabras(sesion.fecha)}${sesion.hora ? `, ${sesion.hora} horas` : ''}` },
    { label: 'Lugar', text: [MODALIDADES[sesion.modalidad], sesion.lugar].filter(Boolean).join(': ') },
    { label: 'Convoca', text: convocatoria.firma ?? 'la presidencia; no consta quién la ejercía' },
    { label: 'Por conducto de', text: convocatoria.conducto ?? 'la Secretaría Ejecutiva; no consta quién la ejercía' },
    { label: 'Convocada', text: `${instanteEnPalabras(convocatoria.en, zona)}; folio ${convocatoria.folio}` },
  ]
  return frame({ titulo: 'Convocatoria', sesion, en: convocatoria.en, membrete }, [
    { type: 'facts', facts },
    { type: 'heading', level: 2, text: 'Orden del día' },
    tableOf(
      ['Punto', 'Asunto', 'Documentos'],
      sesion.puntos.map((punto, at) => toAgendaRow(punto, at, versiones)),
    ),
    ...documentosOf(convocatoria, versiones),
    { type: 'heading', level: 2, text: 'Firma' },
    { type: 'blanks', labels: [firmaDe(convocatoria.firma, 'Presidencia'), firmaDe(convocatoria.conducto, 'Secretaría Ejecutiva')] },
  ])
}

/** Name of the official above her charge; the charge alone where nobody is on record. */
function firmaDe(nombre: string | null, cargo: string): string {
  return nombre === null || nombre.startsWith(cargo) ? (nombre ?? cargo) : `${nombre}, ${cargo}`
}

function toAgendaRow({ titulo, entregable, documentos }: PuntoDto, at: number, versiones: readonly VersionDePunto[]): string[] {
  const actividad = entregable ? ` (actividad ${entregable.numero})` : ''
  const version = versiones.find((each) => each.entregable === entregable?.clave)
  const papeles = [...(version ? [`Versión ${version.numero}: ${version.nombre}`] : []), ...documentos.map(({ nombre }) => nombre)]
  return [String(at + 1), `${titulo}${actividad}`, papeles.join(', ') || '—']
}

function documentosOf(convocatoria: ConvocatoriaDto, versiones: readonly VersionDePunto[]): PdfBlock[] {
  const documentos = [...versiones, ...convocatoria.documentos]
  if (documentos.length === 0) return []
  const rows = documentos.map(({ nombre, sha256 }) => [nombre, sha256])
  return [{ type: 'heading', level: 2, text: 'Documentos que la acompañan' }, tableOf(['Documento', 'SHA-256'], rows)]
}

/** Attendance and votes, as they are told now. */
export function toVotacion(sesion: SesionDetailDto, celebracion: CelebracionDto, membrete: Membrete): PdfDocument {
  const { zona } = membrete
  const { inicio, fin, asistencia, puntos, motivo, folio, registradaEn } = celebracion
  const voters = asistencia.filter(({ voto }) => voto)
  const present = voters.filter(({ presente }) => presente).length
  const facts: PdfFact[] = [
    { label: 'Órgano', text: sesion.organo.nombre },
    { label: 'Inicio', text: instanteEnPalabras(inicio, zona) },
    { label: 'Término', text: instanteEnPalabras(fin, zona) },
    { label: 'Quórum', text: `${present} de ${cuantas(voters.length, ['integrante', 'integrantes'])} con voto` },
    { label: 'Asentada', text: `${instanteEnPalabras(registradaEn, zona)}; folio ${folio}` },
    ...(motivo ? [{ label: 'Corrige lo asentado antes', text: motivo }] : []),
  ]
  return frame({ titulo: 'Asistencia y votación', sesion, en: registradaEn, membrete }, [
    { type: 'facts', facts },
    { type: 'heading', level: 2, text: 'Lista de asistencia' },
    tableOf(['Nombre', 'Cargo', 'Voto', 'Asistió'], asistencia.map(toAttendanceRow)),
    ...puntos.flatMap((voted, at) => puntoOf(sesion.puntos[at]?.titulo ?? '', at, { voted, asistencia, zona })),
  ])
}

function toAttendanceRow({ nombre, ejerce, voto, presente }: AsistenciaDto): string[] {
  return [nombre, ENCARGOS[ejerce] ?? ejerce, voto ? 'Con voto' : 'Sin voto', presente ? 'Sí' : 'No']
}

interface Voted {
  voted: PuntoVotadoDto
  asistencia: readonly AsistenciaDto[]
  zona: string
}

function puntoOf(titulo: string, at: number, { voted, asistencia, zona }: Voted): PdfBlock[] {
  const heading: PdfBlock = { type: 'heading', level: 2, text: `Punto ${at + 1}. ${titulo}` }
  const { cuenta, votadoEn, acuerdo, votos, calidad } = voted
  if (!cuenta || !votadoEn) return [heading, { type: 'paragraph', text: `${RESULTADOS[voted.resultado]}.` }]
  const facts: PdfFact[] = [
    { label: 'Resultado', text: `${RESULTADOS[voted.resultado]}${calidad ? ', por voto de calidad de la presidencia' : ''}` },
    { label: 'Votos', text: `${cuenta.a_favor} a favor, ${cuenta.en_contra} en contra, ${cuantas(cuenta.abstencion, ['abstención', 'abstenciones'])}, ${cuantas(cuenta.ausente, ['ausente', 'ausentes'])}` }, // prettier-ignore
    { label: 'Hora', text: instanteEnPalabras(votadoEn, zona) },
    ...(acuerdo ? [{ label: 'Acuerdo', text: acuerdo.numero }] : []),
  ]
  const nameOf = (id: string) => asistencia.find(({ integranteId }) => integranteId === id)?.nombre ?? id
  const rows = votos.map(({ integranteId, sentido }) => [nameOf(integranteId), SENTIDOS[sentido] ?? sentido])
  return [heading, { type: 'facts', facts }, tableOf(['Integrante', 'Voto'], rows)]
}

interface Frame {
  titulo: string
  sesion: SesionDetailDto
  /** Instant of the act that it tells: the same act is the same bytes. */
  en: string
  membrete: Membrete
}

function frame({ titulo, sesion, en, membrete }: Frame, blocks: PdfBlock[]): PdfDocument {
  return {
    title: `${titulo}: ${sesion.nombre}`,
    institute: membrete.instituto,
    proceso: membrete.proceso,
    foot: [sesion.organo.nombre, sesion.nombre, ...(membrete.simulacro ? ['simulacro'] : [])].join(' · '),
    notice: membrete.simulacro ? AVISO : null,
    createdAt: en,
    orientation: 'portrait',
    blocks,
  }
}

function tableOf(titles: string[], rows: string[][]): PdfBlock {
  return { type: 'table', columns: measureColumns(titles, rows, 'portrait'), rows }
}

const MODALIDADES: Record<string, string> = { presencial: 'Presencial', remota: 'A distancia', mixta: 'Presencial y a distancia' }
const SENTIDOS: Record<string, string> = { a_favor: 'A favor', en_contra: 'En contra', abstencion: 'Abstención', ausente: 'Ausente' }
const RESULTADOS: Record<string, string> = {
  aprobado: 'Aprobado',
  rechazado: 'No aprobado',
  retirado: 'Retirado del orden del día',
  sin_votacion: 'No se vota',
}
const ENCARGOS: Record<string, string> = {
  presidencia: 'Presidencia',
  integrante: 'Integrante',
  secretaria_ejecutiva: 'Secretaría Ejecutiva',
  coadyuvante: 'Coadyuvante',
  secretaria_tecnica: 'Secretaría Técnica',
  encargado_despacho: 'Encargo de despacho',
}
