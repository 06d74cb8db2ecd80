import {
  causaEnPalabras,
  createDiasHabiles,
  diasHabiles,
  efectoEnPalabras,
  emisionDe,
  faltaDeOficioEnPalabras,
  faltasDeOficio,
  longDate,
  notificadaEl,
  plazoEnPalabras,
  responderSiSeAmplia,
  textoVigente,
  votoEnPalabras,
  type ActoDerecho,
  type CampoCarta,
  type CartaDerecho,
  type DatosOficio,
  type Derecho,
  type SentidoDerecho,
} from '@conoceles/domain'
import { toIso } from '../../../../shared/clock.ts'
import type { PdfBlock, PdfDocument } from '../../../../shared/documentos/pdf/model.ts'
import type { Hecho, SolicitudDerecho } from '../solicitud-derecho.entity.ts'
import { situacionOf } from '../view.ts'
import { identidadEnPalabras, representacionEnPalabras, type Papel } from './papel.ts'

/** Texts of a letter. */
export interface PapelOficio extends Papel {
  /** The act that becomes a letter. */
  hecho: Hecho
  /** It is not recorded yet. */
  borrador: boolean
  /** Instant of the act: the letter tells nothing that came after it, so that each later copy is the one that was signed. */
  en: string
}

/** The letter of an act, to be numbered and signed by the Unidad. Its number comes from the book of the Unidad. */
export function toOficio(papel: PapelOficio): PdfDocument {
  const { emisor, hecho, borrador, hechoEl } = papel
  const unissued = borrador || faltasOf(papel).length > 0
  const marks = [...(unissued ? ['BORRADOR'] : []), ...(emisor.simulacro ? ['SIMULACRO, sin valor legal'] : [])]
  return {
    title: `${TITULO_OFICIO[hecho.acto] ?? 'Oficio de respuesta'}, ${papel.escrito.length > 1 ? 'solicitudes' : 'solicitud'} ${foliosOf(papel)}`,
    letter: true,
    institute: emisor.instituto.nombre,
    proceso: emisor.proceso,
    // One line, even with every right in the letter: its folios stand in its head.
    foot: [...marks, 'Unidad de Transparencia', ...(papel.escrito.length > 1 ? [] : [foliosOf(papel)])].join(' · '),
    notice: noticeOf(papel),
    // The letter of a recorded act is the same file each time.
    createdAt: borrador ? hechoEl : `${hecho.fecha}T18:00:00Z`,
    orientation: 'portrait',
    blocks: letterOf(papel),
  }
}

/** Name of the file of a letter; any other: «respuesta». */
export const OFICIO: Partial<Record<ActoDerecho, string>> = {
  prevenir: 'prevencion',
  ampliar: 'ampliacion',
  desistir: 'desistimiento',
  declinar: 'no-competente',
  no_presentar: 'no-presentada',
}

export const TITULO_OFICIO: Partial<Record<ActoDerecho, string>> = {
  prevenir: 'Oficio de prevención',
  ampliar: 'Oficio de ampliación del plazo',
  desistir: 'Oficio sobre el desistimiento',
}

/** Parts typed for the letter, over those of which the pack is sure. */
function datosOf({ row, hecho, seguros }: PapelOficio): DatosOficio & { firma: Hecho['firma'] | null } {
  const { oficio, firma } = emisionDe(row.hechos, hecho)
  return { ...seguros, ...oficio, firma }
}

function faltasOf(papel: PapelOficio): CampoCarta[] {
  const { firma, ...oficio } = datosOf(papel)
  return faltasDeOficio(papel.hecho.acto, { ...oficio, firmante: firma?.nombre ?? '' })
}

function noticeOf(papel: PapelOficio): string | null {
  const {
    borrador,
    emisor: { simulacro },
  } = papel
  const faltas = faltasOf(papel).map(faltaDeOficioEnPalabras)
  const parts = [
    ...(borrador ? ['BORRADOR: el acto todavía no se registra. No se firma ni se entrega.'] : []),
    ...(faltas.length > 0 ? [`${borrador ? 'Antes' : 'BORRADOR: antes'} de emitirlo falta escribir ${listOf(faltas)}.`] : []),
    ...(simulacro ? ['Simulacro: todas las personas de este documento son ficticias.'] : []),
  ]
  return parts.join(' ') || null
}

function letterOf(papel: PapelOficio): PdfBlock[] {
  const { emisor, row, persona, lugar, hecho } = papel
  const { numero = BLANK, firma } = datosOf(papel)
  const body = [openingOf(papel), ...(BODY[hecho.acto]?.(papel) ?? []), officeOf(papel)]
  const head = [
    `Oficio: ${numero}`,
    `${lugar ? `${lugar}, a ` : ''}${longDate(hecho.fecha)}`,
    `Asunto: ${asuntoOf(papel)}`,
    `${papel.escrito.length > 1 ? 'Folios' : 'Folio'}: ${foliosOf(papel)}`,
  ]
  return [
    { type: 'lines', align: 'end', strong: false, lines: head },
    { type: 'lines', align: 'start', strong: true, lines: addresseeOf(row, persona) },
    ...body.map((text, at): PdfBlock => ({ type: 'paragraph', text, ...(at === body.length - 1 && { keep: true }) })),
    { type: 'paragraph', text: 'Sin otro particular, le envío un cordial saludo.', keep: true },
    { type: 'lines', align: 'start', strong: true, lines: ['ATENTAMENTE'], keep: true },
    { type: 'signature', lines: [...signerOf(firma), emisor.instituto.nombre], keep: true },
    { type: 'lines', align: 'start', strong: false, lines: [`C.c.p. Expediente ${foliosOf(papel)}. Archivo / Minutario.`] },
  ]
}

function addresseeOf({ representante, domicilio }: SolicitudDerecho, persona: string): string[] {
  const through = representante === null ? [] : [`Por conducto de ${representante}, su representante`]
  return [persona.toUpperCase(), ...through, ...(domicilio === null ? [] : [domicilio]), 'P R E S E N T E']
}

function signerOf(firma: Hecho['firma'] | null): string[] {
  return firma ? [firma.nombre, firma.cargo] : ['Titular de la Unidad de Transparencia']
}

/** Room for what is not known yet: the letter is not issued with it. */
const BLANK = '____________'

function officeOf(papel: PapelOficio): string {
  const { domicilio = BLANK, horario = BLANK } = datosOf(papel)
  return `La Unidad de Transparencia está en ${domicilio} y atiende ${horario}.`
}

const ASUNTO: Partial<Record<ActoDerecho, string>> = {
  prevenir: 'Se le previene para que complete',
  ampliar: 'Se amplía el plazo para responder',
  desistir: 'Se tiene por recibido el desistimiento de',
  declinar: 'Se comunica que el Instituto no es competente para atender',
  no_presentar: 'Se tiene por no presentada',
}

function asuntoOf({ escrito, hecho: { acto } }: PapelOficio): string {
  const what = `${ASUNTO[acto] ?? 'Se responde'} su ${escrito.length > 1 ? 'escrito con solicitudes' : 'solicitud'}`
  return `${what} de ${listOf(escrito.map(({ derecho }) => DE_QUE[derecho]))}`
}

function foliosOf({ escrito }: PapelOficio): string {
  return listOf(escrito.map(({ folio }) => folio))
}

function openingOf(papel: PapelOficio): string {
  const { escrito, fundamento, reglas } = papel
  const { derecho, folio, recibida } = papel.row
  const habil = createDiasHabiles(reglas.laborales).siguienteHabil(recibida)
  const o = escrito.length > 1 ? 'o' : 'a'
  // A letter may be dated before the working day on which what it answers counts as received.
  const held = papel.hecho.fecha < habil ? `que se tendrá por recibid${o}` : `tenid${o} por recibid${o}`
  const day = `${longDate(recibida)}${habil === recibida ? '' : `, día inhábil, y ${held} el ${longDate(habil)}`}`
  const asked = listOf(escrito.map((each) => `de ${DE_QUE[each.derecho]} (${each.folio})`))
  const what =
    escrito.length > 1
      ? `su escrito, recibido el ${day}, con sus solicitudes ${asked}`
      : `su solicitud de ${DE_QUE[derecho]}, con folio ${folio}, recibida el ${day}`
  return `Con fundamento en ${datosOf(papel).fundamento ?? fundamento.cita}, y en atención a ${what}, me permito comunicarle lo siguiente:`
}

const BODY: Partial<Record<ActoDerecho, (papel: PapelOficio) => string[]>> = {
  responder: answerOf,
  declinar: (papel) => ['Este Instituto no es competente para atender su solicitud.', ...typedOf(papel), ...recursoOf(papel)],
  no_presentar: (papel) => [noPresentadaOf(papel), ...typedOf(papel), ...recursoOf(papel)],
  prevenir: preventionOf,
  ampliar: (papel) => [
    `El plazo para responderle se amplía, por una sola vez, ${diasHabiles(papel.reglas.plazos.ampliar.dias)}. En total es de ${plazoEnPalabras(responderSiSeAmplia(beforeOf(papel.row, papel.hecho), papel.reglas))}.`,
    'Las razones son las siguientes:',
    ...typedOf(papel),
  ],
  desistir: (papel) => [
    'Se tiene por recibido su desistimiento, y con él concluye el trámite de esta solicitud.',
    ...typedOf(papel),
    'Puede presentar otra solicitud en cualquier momento.',
  ],
}

function preventionOf(papel: PapelOficio): string[] {
  const { escrito, reglas } = papel
  const several = escrito.length > 1
  const what = several ? 'sus solicitudes se tendrán por no presentadas' : 'su solicitud se tendrá por no presentada'
  return [
    `Para atender${several ? 'las' : 'la'} hace falta que complete o aclare lo que sigue. Por ello se le previene, por una sola vez, para que atienda lo siguiente:`,
    ...typedOf(papel),
    ...sinAcreditarOf(papel),
    `Tiene ${diasHabiles(reglas.plazos.desahogar.dias)} para hacerlo, contados desde el día siguiente a aquel en que se le notifique este oficio. Si no lo hace, ${what}.`,
    'El plazo para responderle se interrumpe con esta prevención y comienza de nuevo al día siguiente de que la atienda.',
  ]
}

/** Identity and representation that nobody proved when the letter was written, unless the typed text asks for the document. */
function sinAcreditarOf(papel: PapelOficio): string[] {
  const { row, documentos, en } = papel
  const poder = representacionEnPalabras({ row, documentos: documentos.filter(({ recibidoEn }) => recibidoEn <= en) })
  return [
    ...(seAcredito(papel) || /identifica/i.test(papel.hecho.texto)
      ? []
      : ['No se ha acreditado la identidad de la persona titular: presente su identificación oficial vigente.']),
    ...(row.representante !== null && poder.length === 0
      ? [`No se ha acreditado que ${row.representante} la represente: presente el poder o la carta.`]
      : []),
  ]
}

/** The request as it stood when the act was done. */
function beforeOf(row: SolicitudDerecho, hecho: Hecho) {
  const at = row.hechos.indexOf(hecho)
  return situacionOf({ ...row, hechos: at < 0 ? row.hechos : row.hechos.slice(0, at) })
}

/** As it was corrected, if it was. */
function typedOf({ row, hecho }: PapelOficio): string[] {
  return textoVigente(row.hechos, hecho)
    .split(/\n+/)
    .filter((text) => text.trim() !== '')
}

function noPresentadaOf({ row, escrito }: PapelOficio): string {
  const prevenida = row.hechos.findLast(({ acto }) => acto === 'prevenir')?.fecha
  const what = escrito.length > 1 ? 'Sus solicitudes se tienen por no presentadas' : 'Su solicitud se tiene por no presentada'
  return `${what}, porque ${prevenida ? `la prevención del ${longDate(prevenida)}` : 'la prevención'} no se atendió en su plazo.`
}

function answerOf(papel: PapelOficio): string[] {
  const { row, hecho } = papel
  const texts = typedOf(papel)
  const previsto = hecho.efecto ? efectoEnPalabras(hecho.efecto, (en) => en) : []
  return [
    ...antecedentesOf(papel),
    ...acreditadaOf(papel),
    ...leadOf(hecho, row.derecho, texts[0] ?? ''),
    ...texts,
    ...negativaOf(hecho),
    ...comiteOf(papel),
    ...previsto,
    ...efectivaOf(papel),
    ...bloqueoOf(papel),
    ...recursoOf(papel),
  ]
}

/** Steps that came before: the prevention and its attention, and the extension, each with its days. */
function antecedentesOf({ row: { hechos }, hecho }: PapelOficio): string[] {
  const at = hechos.indexOf(hecho)
  const before = at < 0 ? hechos : hechos.slice(0, at)
  const day = (acto: ActoDerecho) => before.findLast((each) => each.acto === acto)?.fecha
  const [prevenida, atendida, ampliada] = [day('prevenir'), day('desahogar'), day('ampliar')]
  return [
    ...(prevenida ? [`El ${longDate(prevenida)} se le previno para que completara su solicitud${told(before, 'prevencion')}.`] : []),
    ...(atendida ? [`Usted atendió la prevención el ${longDate(atendida)}, y desde entonces corre el plazo para responderle.`] : []),
    ...(ampliada ? [`El ${longDate(ampliada)} se amplió, por una sola vez, el plazo para responderle${told(before, 'ampliacion')}.`] : []),
  ]
}

function told(hechos: readonly Hecho[], carta: CartaDerecho): string {
  const notificada = notificadaEl(hechos, carta)
  return notificada ? `, lo que se le notificó el ${longDate(notificada)}` : ''
}

/** A cancelación that proceeds: its data are kept blocked, where the law asks it, and then suppressed. */
function bloqueoOf({ row, hecho, reglas: { plazos } }: PapelOficio): string[] {
  if (row.derecho !== 'cancelacion' || hecho.sentido === null || hecho.sentido === 'improcedente') return []
  const dias = plazos.bloquear?.dias
  return [
    'Con ella se retira lo que usted haya autorizado sobre sus datos de identidad.',
    ...(dias === undefined || dias === 0
      ? ['Esos datos se suprimen: desde entonces nadie puede leerlos.']
      : [
          `Esos datos quedan bloqueados${dias === null ? '' : ` durante ${diasHabiles(dias)}`}: se conservan, y nadie los consulta ni los usa.`,
          'Al terminar el bloqueo se suprimen, y desde entonces nadie puede leerlos.',
        ]),
  ]
}

/** Papers that were shown, by their names. */
function acreditadaOf(papel: PapelOficio): string[] {
  const { row, en } = papel
  const documentos = papel.documentos.filter(({ recibidoEn }) => recibidoEn <= en)
  return [...(seAcredito(papel) ? [identidadEnPalabras(papel)] : []), ...representacionEnPalabras({ row, documentos })]
}

/** Whether her identity was proved when the letter was written. */
function seAcredito({ row, hecho, identidadRecibidaEn, en }: PapelOficio): boolean {
  const before = identidadRecibidaEn === null || toIso(identidadRecibidaEn) <= en
  return before && row.acreditadaEn !== null && row.acreditadaEn <= hecho.fecha
}

/** The sense as a sentence, unless the typed answer begins by saying it. */
function leadOf({ sentido, negativa }: Hecho, derecho: Derecho, first: string): string[] {
  if (sentido === null) return []
  if (sentido === 'improcedente') {
    const why = negativa ? `, porque ${causaEnPalabras(negativa.causa)}` : ''
    return [`Su solicitud de ${DE_QUE[derecho]} no es procedente${why}. Las razones son las siguientes:`]
  }
  return /proced/i.test(first.slice(0, MOST_LEAD)) ? [] : [`Su solicitud de ${DE_QUE[derecho]} ${RESUELVE[sentido]}.`]
}

const MOST_LEAD = 60

/** The refused part of what proceeds in part. */
function negativaOf({ sentido, negativa }: Hecho): string[] {
  if (sentido !== 'parcial' || !negativa) return []
  return [
    `En lo demás no es procedente, porque ${causaEnPalabras(negativa.causa)}:`,
    ...(negativa.razones ?? '').split(/\n+/).filter(Boolean),
  ]
}

/** The Comité's vote on the refusal; without one the letter says nothing of it. */
function comiteOf({ hecho: { negativa }, fundamento }: PapelOficio): string[] {
  const comite = negativa?.comite
  if (comite === undefined || 'sinVoto' in comite) return []
  return [`El Comité de Transparencia de este Instituto${fundamento.comite}${votoEnPalabras(comite)}.`]
}

/** The answer comes first: it promises, and the day on which it was done stands in the expediente. */
function efectivaOf({ row, hecho, reglas: { plazos } }: PapelOficio): string[] {
  if (hecho.sentido === null || hecho.sentido === 'improcedente') return []
  return [
    `${SE_HARA[row.derecho]} dentro de los ${diasHabiles(plazos.hacerEfectivo.dias)} siguientes al día en que se le notifique esta respuesta.`,
  ]
}

const SE_HARA: Record<Derecho, string> = {
  acceso: 'Sus datos se le entregarán',
  rectificacion: 'La corrección se hará efectiva',
  cancelacion: 'La cancelación se hará efectiva',
  oposicion: 'Su oposición se hará efectiva',
}

function recursoOf(papel: PapelOficio): string[] {
  const { fundamento, reglas } = papel
  const dias = reglas.plazos.recurrir?.dias
  if (dias === undefined) return []
  const { garante = 'la autoridad garante que resulte competente conforme a la ley' } = datosOf(papel)
  return [
    `Si no está conforme, puede interponer el recurso de revisión${fundamento.recurso}ante ${garante} o ante esta Unidad de Transparencia, dentro de los ${diasHabiles(dias)} siguientes al día en que se le notifique esta respuesta.`,
  ]
}

function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} y ${words.at(-1)}`
}

const DE_QUE: Record<Derecho, string> = {
  acceso: 'acceso a sus datos personales',
  rectificacion: 'rectificación de sus datos personales',
  cancelacion: 'cancelación de sus datos personales',
  oposicion: 'oposición al tratamiento de sus datos personales',
}
const RESUELVE: Record<SentidoDerecho, string> = {
  procedente: 'es procedente',
  parcial: 'es procedente en parte',
  improcedente: 'no es procedente',
}
