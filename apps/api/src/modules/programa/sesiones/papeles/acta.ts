import {
  anteriorLeido,
  antesDeNombre,
  enFemenino,
  escrita,
  fechaEnLetra,
  horaEnLetra,
  localDay,
  longDate,
  quorumDe,
  lecturaEnPalabras,
  ORDEN_LEIDO,
  parrafosDe,
  SIN_ANTERIOR,
  representacionDe,
  type CamposDe,
  type Intervencion,
  type LecturaContada,
  type PuntoContado,
  type PuntoDelDia,
  type PuntoFijo,
  type ReglasSesionPack,
  type VotoEmitido,
} from '@conoceles/domain'
import { Temporal } from 'temporal-polyfill'
import { enLista } from '../../../intercambio/exportaciones/index.ts'
import { enMayusculas, tablaOf } from '../../../../shared/documentos/institucional/papel.ts'
import type { PdfBlock, PdfDocument } from '../../../../shared/documentos/pdf/model.ts'
import type { AsistenciaDto, CelebracionDto, PuntoDto, PuntoVotadoDto } from '../sesiones.dto.ts'
import { agendaDe } from './agenda-impresa.ts'
import {
  cargoEnLista,
  claseEnPalabras,
  firmasDeRepresentaciones,
  lugarEnPalabras,
  nombreEntero,
  papelDe,
  representacionesBlock,
  type Leida,
} from './comun.ts'

/** The acta of the Pleno, or the minuta of another organ, drafted from what was recorded: it is signed as it comes out. */
export function toActa(leida: Leida, held: CelebracionDto): PdfDocument {
  const titulo = `${leida.sesion.papel === 'acta' ? 'Acta' : 'Minuta'} de la ${camposOf(leida, held).celebrada}`
  return papelDe(leida, { titulo, en: held.registradaEn, marcas: [] }, [
    ...openingOf(leida, held),
    ...withSignatures(agendaDe(leida).flatMap((punto, at) => sectionOf(leida, held, { punto, at }))),
    { type: 'signatures', signers: signersOf(leida, held), closing: enMayusculas(escrita(leida.acta, 'firmas', camposOf(leida, held))) },
  ])
}

/** The closing goes to the page of the signatures. */
function withSignatures(blocks: PdfBlock[]): PdfBlock[] {
  return blocks.map((block, at) => (at === blocks.length - 1 && block.type === 'paragraph' ? { ...block, keep: true } : block))
}

function camposOf(leida: Leida, held: CelebracionDto): CamposDe<'acta'> {
  const { sesion, emisor } = leida
  const { lugar, zona, instituto } = emisor
  const [began, ended] = [localDay(held.inicio, zona), localDay(held.fin, zona)]
  return {
    ciudad: lugar === null ? 'Siendo' : `En la ciudad de ${lugar}, siendo`,
    inicio: `${horaEnLetra(timeOf(held.inicio, zona))} del día ${fechaEnLetra(began)}`,
    lugar: lugarEnPalabras(sesion),
    sesion: nombreEntero(leida),
    celebrada: `${nombreEntero(leida)} del ${instituto}, celebrada el ${longDate(began)}`,
    presencia: presenciaText(leida, held),
    fin: `${horaEnLetra(timeOf(held.fin, zona))} ${began === ended ? 'del día de su inicio' : `del día ${fechaEnLetra(ended)}`}`,
    clase: claseEnPalabras(sesion),
    papel: sesion.papel === 'acta' ? 'al acta' : 'a la minuta',
  }
}

function openingOf(leida: Leida, held: CelebracionDto): PdfBlock[] {
  const rows = held.asistencia.map((each) => [each.nombre, cargoEnLista(each, leida), each.presente ? 'Presente' : 'Ausente'])
  return [
    ...parrafosDe(escrita(leida.acta, 'apertura', camposOf(leida, held))).map(paragraph),
    tablaOf(['Nombre', 'Cargo', 'Asistencia'], rows),
    ...representacionesDe(leida, held),
  ]
}

/** Nobody told who came for the parties: a blank of the acta. */
function representacionesDe(leida: Leida, { representaciones }: CelebracionDto): PdfBlock[] {
  if (leida.sesion.convocadas.length === 0 || representaciones) return representacionesBlock(leida)
  return [paragraph('[Asiente qué representaciones de los partidos políticos asistieron, y quién por cada una.]')]
}

interface At {
  punto: PuntoDelDia<PuntoDto>
  at: number
}

function sectionOf(leida: Leida, held: CelebracionDto, { punto, at }: At): PdfBlock[] {
  const heading: PdfBlock = { type: 'heading', level: 2, text: `${at + 1}. ${punto.titulo}` }
  if (punto.fijo === null) return [heading, ...puntoOf(leida, held, { punto: punto.punto, at })]
  return [heading, ...FIXED[punto.fijo](leida, held)]
}

const FIXED: Record<PuntoFijo, (leida: Leida, held: CelebracionDto) => PdfBlock[]> = {
  lista: (leida, held) => quorumText(leida, held).map(paragraph),
  orden: (leida, held) => {
    const orden = leida.sesion.relato?.orden
    return orden ? leidoOf(leida, held, { lectura: orden, dice: lecturaEnPalabras(orden, ORDEN_LEIDO) }) : [paragraph(SIN_ORDEN)]
  },
  anterior: anteriorOf,
  generales: (leida, held) => generalesText(leida, held).map(paragraph),
  clausura: (leida, held) => closingText(leida, held).map(paragraph),
}

const SIN_ORDEN = '[Asiente la lectura del orden del día y su votación.]'

/** The point itself says that no paper awaits approval. */
function anteriorOf(leida: Leida, held: CelebracionDto): PdfBlock[] {
  const { relato, papel, porAprobar } = leida.sesion
  const anterior = relato?.anterior
  if (!anterior) {
    return [paragraph(porAprobar.length === 0 ? SIN_ANTERIOR : '[Asiente la lectura del documento de la sesión anterior y su votación.]')]
  }
  const named = porAprobar.filter(({ id }) => anterior.sesiones?.includes(id)).map(({ nombre }) => nombre)
  return leidoOf(leida, held, { lectura: anterior, dice: lecturaEnPalabras(anterior, anteriorLeido(papel, named)) })
}

/** A reading, and how each voted where it was not unanimous. */
function leidoOf(leida: Leida, held: CelebracionDto, { lectura, dice }: { lectura: LecturaContada; dice: string }): PdfBlock[] {
  const { votos = [] } = lectura
  return votos.length > 0 ? [{ ...paragraph(dice), keep: true }, votosTable(leida, held, votos)] : [paragraph(dice)]
}

function presenciaText({ sesion }: Leida, { asistencia }: CelebracionDto): string {
  const reunion = sesion.tipo === 'reunion_trabajo'
  const voters = asistencia.filter(({ voto }) => voto || reunion)
  const present = voters.filter(({ presente }) => presente).length
  const people = voters.length === 1 ? 'persona integrante' : 'personas integrantes'
  return `La Secretaría hace constar la presencia de ${enFemenino(present)} de ${enFemenino(voters.length)} ${people}${reunion ? '' : ' con derecho a voto'}`
}

function quorumText(leida: Leida, held: CelebracionDto): string[] {
  const { sesion, organo } = leida
  const { asistencia, representaciones } = held
  const reunion = sesion.tipo === 'reunion_trabajo'
  const absent = asistencia.filter(({ presente }) => !presente).map(({ nombre }) => nombre)
  const quorum = !reunion && sesion.estatus === 'celebrada' && reunido(organo.sesiones, asistencia)
  return [
    ...(quorum ? parrafosDe(escrita(leida.acta, 'quorum', camposOf(leida, held))) : [`${presenciaText(leida, held)}.`]),
    ...(absent.length > 0 ? [`No asistieron: ${enLista(absent)}.`] : []),
    ...(representaciones && representaciones.length > 0 ? [conVozText(representaciones, sesion)] : []),
  ]
}

/** Those who have voice and no vote stand apart from the quorum. */
function conVozText(representaciones: NonNullable<CelebracionDto['representaciones']>, { tipo }: Pick<Leida['sesion'], 'tipo'>): string {
  const present = representaciones.filter(({ presente }) => presente).length
  const all = `${enFemenino(representaciones.length)} representaciones de los partidos políticos`
  if (present === 0) return `No asistió ninguna de las ${all} que se convocaron.`
  const apart = tipo === 'reunion_trabajo' ? '' : ', que no cuentan para el quórum'
  return `Con derecho a voz y sin voto ${present === 1 ? 'asistió' : 'asistieron'} ${enFemenino(present)} de las ${all} que se convocaron${apart}.`
}

function reunido(reglas: ReglasSesionPack | null, asistencia: readonly AsistenciaDto[]): boolean {
  return reglas !== null && quorumDe(reglas, asistencia).hay
}

function closingText(leida: Leida, held: CelebracionDto): string[] {
  return parrafosDe(escrita(leida.acta, 'cierre', camposOf(leida, held)))
}

function generalesText(leida: Leida, held: CelebracionDto): string[] {
  const generales = leida.sesion.relato?.generales ?? null
  if (generales === null) return ['[Asiente los asuntos generales que se trataron, o que no se registró ninguno.]']
  return generales.length === 0
    ? [SIN_ASUNTOS[leida.sesion.tipo === 'reunion_trabajo' ? 'reunion' : 'sesion']]
    : generales.map((each) => intervencionText(leida, held, each))
}

const SIN_ASUNTOS = {
  sesion: 'No se registraron asuntos generales.',
  reunion: 'No se registraron asuntos generales ni compromisos.',
}

/** "En uso de la voz, Ana Ruiz, Presidencia: …". */
function intervencionText(leida: Leida, held: CelebracionDto, { quien, dijo }: Intervencion): string {
  return `En uso de la voz, ${[quien, ...cargoDeQuien(leida, held, quien)].join(', ')}: ${/[.!?]$/u.test(dijo) ? dijo : `${dijo}.`}`
}

/** Post of who spoke, or the party for which she came; none: she is not on the list. */
function cargoDeQuien(leida: Leida, { asistencia, representaciones }: CelebracionDto, quien: string): string[] {
  const member = asistencia.find(({ nombre }) => nombre === quien)
  if (member) return [cargoEnLista(member, leida)]
  return (representaciones ?? []).filter((each) => each.quien === quien).map(({ nombre }) => representacionDe(nombre)).slice(0, 1) // prettier-ignore
}

/** An item as it was dealt with: its summary, who spoke, and its vote. */
function puntoOf(leida: Leida, held: CelebracionDto, { punto, at }: { punto: PuntoDto; at: number }): PdfBlock[] {
  const voted = held.puntos.find(({ puntoId }) => puntoId === punto.id)
  if (voted?.resultado === 'retirado') return [paragraph('El punto se retiró del orden del día.')]
  const told = leida.sesion.relato?.puntos.find(({ puntoId }) => puntoId === punto.id)
  const said = [...(told ? tratadoText(leida, held, told) : []).map(paragraph), ...(voted ? votedOf(leida, held, voted) : [])]
  return said.length > 0 ? said : [paragraph(`[Asiente lo tratado en el punto ${at + 1}.]`)]
}

function tratadoText(leida: Leida, held: CelebracionDto, { tratado, intervenciones }: PuntoContado): string[] {
  return [...(tratado === null ? [] : [tratado]), ...intervenciones.map((each) => intervencionText(leida, held, each))]
}

function votedOf(leida: Leida, held: CelebracionDto, voted: PuntoVotadoDto): PdfBlock[] {
  if (!voted.cuenta || !voted.votadoEn) return []
  const hour = horaEnLetra(timeOf(voted.votadoEn, leida.emisor.zona))
  const acuerdo = voted.acuerdo ? ` Se emitió el acuerdo ${voted.acuerdo.numero}.` : ''
  const quality = voted.calidad ? ' La Presidencia ejerció su voto de calidad.' : ''
  const said = `Siendo ${hour}, el punto se sometió a votación y ${outcomeOf(voted)}, con ${votesOf(voted)}.${quality}${acuerdo}`
  return [{ ...paragraph(said), keep: true }, votosTable(leida, held, voted.votos)]
}

function votosTable(leida: Leida, { asistencia }: CelebracionDto, votos: readonly VotoEmitido[]): PdfBlock {
  const rows = votos.map(({ integranteId, sentido }) => {
    const who = asistencia.find((each) => each.integranteId === integranteId)
    return [who?.nombre ?? integranteId, who ? cargoEnLista(who, leida) : '', SENTIDOS[sentido]]
  })
  return tablaOf(['Nombre', 'Cargo', 'Sentido del voto'], rows)
}

function outcomeOf({ resultado, cuenta }: PuntoVotadoDto): string {
  if (resultado !== 'aprobado') return 'no fue aprobado'
  return cuenta?.en_contra === 0 && cuenta.abstencion === 0 ? 'fue aprobado por unanimidad' : 'fue aprobado por mayoría'
}

/** "dos votos a favor y un voto en contra". */
function votesOf({ cuenta }: PuntoVotadoDto): string {
  if (!cuenta) return ''
  const votes = (n: number, how: string) => (n === 0 ? [] : [`${antesDeNombre(n)} ${n === 1 ? 'voto' : 'votos'} ${how}`])
  const withheld =
    cuenta.abstencion === 0 ? [] : [`${enFemenino(cuenta.abstencion)} ${cuenta.abstencion === 1 ? 'abstención' : 'abstenciones'}`]
  const all = [...votes(cuenta.a_favor, 'a favor'), ...votes(cuenta.en_contra, 'en contra'), ...withheld]
  return all.length === 0 ? 'ningún voto' : enLista(all)
}

function signersOf(leida: Leida, { asistencia }: CelebracionDto): string[][] {
  return [
    ...asistencia.filter(({ presente }) => presente).map((each) => [each.nombre, enMayusculas(cargoEnLista(each, leida))]),
    ...firmasDeRepresentaciones(leida),
  ]
}

function timeOf(instant: string, zona: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zona).toPlainTime().toString({ smallestUnit: 'minute' })
}

function paragraph(text: string): Extract<PdfBlock, { type: 'paragraph' }> {
  return { type: 'paragraph', text }
}

const SENTIDOS = { a_favor: 'A favor', en_contra: 'En contra', abstencion: 'Abstención', ausente: 'Ausente' } as const
