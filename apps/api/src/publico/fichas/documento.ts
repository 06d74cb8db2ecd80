import { localDay } from '@conoceles/domain'
import { inReadingOrder, siglasOf, verificacionOf } from '@conoceles/domain/lectura'
import { cuantas, diaEnPalabras, instanteEnPalabras } from '../../shared/documentos/fechas.ts'
import type { PdfBlock, PdfDocument, PdfFact } from '../../shared/documentos/pdf/model.ts'
import type { CandidaturaPublicaDto, ProcesoPublicoDto } from '../lectura/index.ts'
import { fraseDe, PALABRAS } from './ficha-en-palabras.ts'
import { seccionBlocks } from './secciones.ts'

/** Public data of a candidatura, with their address and their corte. */
export interface FichaPublica {
  candidatura: CandidaturaPublicaDto
  proceso: ProcesoPublicoDto
  fotografia: Buffer | null
  /** Registered emblem of the actor, if there is one. */
  emblema: Buffer | null
  corte: { numero: number; en: string; sha256: string }
  /** Hash of the public answer, as the manifest of the corte has it. */
  sha256: string
  /** Origin of the visor, without a slash at its end. */
  origen: string
}

/** The card of a candidatura: the content of its page, and how to check it. It depends on public data alone, on no clock. */
export function toFicha(ficha: FichaPublica): PdfDocument {
  const { candidatura, proceso, corte } = ficha
  const conSiglas = (text: string) => text.replaceAll('{siglas}', proceso.instituto.siglas)
  const inWords = (instant: string) => diaEnPalabras(localDay(instant, proceso.zona))
  const verificacion = isShown(candidatura) ? verificacionOf(candidatura.secciones, inWords) : null
  const dicha = verificacion?.ultima === null
  const blocks = [
    ...headOf(ficha),
    ...[...noticesOf(ficha), ...verificadaOf(verificacion, inWords)].map((text): PdfBlock => ({
      type: 'paragraph',
      text: conSiglas(text),
    })),
    codeOf(ficha),
    ...(isShown(candidatura)
      ? [...inReadingOrder(candidatura.secciones).flatMap((each) => seccionBlocks(each, { conSiglas, dicha })), ...gruposOf(candidatura)]
      : []),
    ...recordOf(ficha),
  ]
  return {
    title: candidatura.nombre,
    institute: proceso.instituto.nombre,
    proceso: proceso.nombre,
    foot: `${candidatura.simulacro ? 'SIMULACRO · ' : ''}Ficha pública · corte ${corte.numero}`,
    notice: candidatura.simulacro ? 'SIMULACRO: las personas y sus respuestas son ficticias.' : null,
    createdAt: corte.en,
    orientation: 'portrait',
    blocks,
  }
}

/** Whether the card shows more than the register: not under bloqueo, nor after the end of publication. */
function isShown({ reserva, finDifusion }: CandidaturaPublicaDto): boolean {
  return reserva !== 'persona' && finDifusion === null
}

function isRetirada({ estatus, secciones }: CandidaturaPublicaDto): boolean {
  return estatus !== 'aprobada' && secciones.length === 0
}

function headOf({ candidatura, proceso, fotografia, emblema }: FichaPublica): PdfBlock[] {
  const facts = factsOf(candidatura, { proceso, emblema })
  const { fotografia: about } = candidatura
  if (fotografia && about) return [{ type: 'portrait', photo: fotografia, alt: about.textoAlternativo, facts }]
  const missing: PdfBlock[] = isRetirada(candidatura) ? [] : [{ type: 'paragraph', text: `${PALABRAS.sinFotografia}.` }]
  return [{ type: 'facts', facts }, ...missing]
}

function factsOf(candidatura: CandidaturaPublicaDto, { proceso, emblema }: Pick<FichaPublica, 'proceso' | 'emblema'>): PdfFact[] {
  const { apodo, lugar, calidad, numero, partidoOrigen } = candidatura
  const cargo = proceso.cargos.find(({ clave }) => clave === candidatura.cargo)
  const quality = fraseDe(PALABRAS.calidad, calidad)
  return [
    ...fact('Sobrenombre', apodo),
    ...fact('Cargo', cargoOf(candidatura, proceso)),
    ...fact('Lugar', lugar),
    ...fact('Calidad', cargo?.principio === 'representacion_proporcional' ? `${quality}, número ${numero}` : quality),
    ...actorFacts(candidatura.actorPolitico, emblema),
    ...fact('Partido de origen', partidoOrigen && partidoOrigen.nombre),
    ...formulaFacts(candidatura),
    ...personaFacts(candidatura),
  ]
}

function cargoOf({ cargo, cargoNombre }: { cargo: string; cargoNombre: string }, { cargos }: ProcesoPublicoDto): string {
  return cargos.find(({ clave }) => clave === cargo)?.singular ?? cargoNombre
}

function actorFacts({ clave, nombre, integrantes }: CandidaturaPublicaDto['actorPolitico'], picture: Buffer | null): PdfFact[] {
  const members = integrantes.length > 1 ? integrantes.map((each) => each.nombre).join(', ') : null
  return [{ label: 'La postula', text: nombre, emblem: { siglas: siglasOf({ clave }), picture } }, ...fact('La integran', members)]
}

function personaFacts({ edad, eleccionConsecutiva, sustituyeA }: CandidaturaPublicaDto): PdfFact[] {
  return [
    ...fact('Edad', edad === null ? null : cuantas(edad, ['año', 'años'])),
    ...fact('Elección consecutiva', eleccionConsecutiva ? PALABRAS.consecutiva : null),
    ...fact('Sustituye a', sustituyeA && `${sustituyeA.nombre}, desde el ${diaEnPalabras(sustituyeA.desde)}`),
  ]
}

function fact(label: string, text: string | null): PdfFact[] {
  return text ? [{ label, text }] : []
}

function noticesOf({ candidatura, proceso }: FichaPublica): string[] {
  const { finDifusion, reserva, estatus, salida, pasaA } = candidatura
  const pasa = pasaA ? `${PALABRAS.pasa} ${cargoOf(pasaA, proceso)}, ${pasaA.lugar}, ${pasaA.calidad}. ` : ''
  return [
    ...(finDifusion ? [`La difusión de las candidaturas terminó el ${diaEnPalabras(finDifusion.desde)}. ${finDifusion.base}.`] : []),
    ...(reserva ? [fraseDe(PALABRAS.reserva, reserva)] : []),
    ...(estatus === 'aprobada' ? [] : [`${fraseDe(PALABRAS.salida, estatus)}. ${salidaOf(salida)} ${pasa}${PALABRAS.boleta}`]),
    ...(isRetirada(candidatura) ? [PALABRAS.retirada] : []),
    ...(conSuplente(candidatura) ? [PALABRAS.formula] : []),
  ]
}

function salidaOf(salida: CandidaturaPublicaDto['salida']): string {
  if (!salida) return PALABRAS.yaNoCompite
  const { desde, acuerdo, causa, entra } = salida
  return [
    desde ? `Ya no compite en este lugar desde el ${diaEnPalabras(desde)}.` : PALABRAS.yaNoCompite,
    ...(acuerdo ? [`Lo resolvió el acuerdo ${acuerdo.numero}, del ${diaEnPalabras(acuerdo.fecha)}.`] : []),
    ...(causa ? [`Causa: ${causa}.`] : []),
    ...(entra ? [`En su lugar está ${entra.nombre}.`] : []),
  ].join(' ')
}

/** Whether somebody of the fórmula would enter for the propietaria. */
function conSuplente(candidatura: CandidaturaPublicaDto): boolean {
  return !isRetirada(candidatura) && candidatura.formula.some(({ calidad, estatus }) => calidad === 'suplente' && estatus === 'aprobada')
}

function formulaFacts(candidatura: CandidaturaPublicaDto): PdfFact[] {
  if (isRetirada(candidatura)) return []
  return candidatura.formula
    .filter(({ id }) => id !== candidatura.id)
    .flatMap(({ calidad, nombre, estatus }) => {
      const label = calidad === 'propietaria' && candidatura.calidad === 'suplente' ? 'Suplente de' : fraseDe(PALABRAS.calidad, calidad)
      return fact(label, estatus === 'aprobada' ? nombre : `${nombre} (${estatus})`)
    })
}

/** When it was verified, told once for all that is shown. */
function verificadaOf(verificacion: ReturnType<typeof verificacionOf>, inWords: (instant: string) => string): string[] {
  if (!verificacion) return []
  const { ultima, unDia } = verificacion
  if (ultima === null) return [`${PALABRAS.sinVerificar}.`]
  return [unDia ? `Verificada el ${inWords(ultima)}.` : `Última verificación: ${inWords(ultima)}.`]
}

function gruposOf({ distintivos }: CandidaturaPublicaDto): PdfBlock[] {
  if (distintivos.length === 0) return []
  return [
    { type: 'heading', level: 2, text: PALABRAS.grupos },
    ...distintivos.flatMap(({ nombre, explicacion, origen }): PdfBlock[] => [
      { type: 'heading', level: 3, text: nombre },
      { type: 'paragraph', text: `${explicacion} ${fraseDe(PALABRAS.origen, origen)}` },
    ]),
  ]
}

/** On the first page, how anybody checks it. */
function codeOf({ candidatura, corte, origen }: FichaPublica): PdfBlock {
  return {
    type: 'qr',
    address: `${origen}/verificar/${corte.numero}/${candidatura.id}`,
    text: 'Con este código, o en esta dirección, se comprueba que esta información es la que se publicó y se llega a la vigente:',
  }
}

/** Its acts with their days, and the corte in which it is public. */
function recordOf({ candidatura, proceso: { zona }, corte, sha256 }: FichaPublica): PdfBlock[] {
  const { fechas, fotografia, responsable } = candidatura
  const facts = [
    ...fact('Fotografía tomada', fotografia && diaEnPalabras(fotografia.tomadaEn)),
    ...fact('Capturada', fechas.capturada && diaEnPalabras(localDay(fechas.capturada, zona))),
    ...fact('Validada por quien postula', fechas.validada && diaEnPalabras(localDay(fechas.validada, zona))),
    ...fact('Verificada', fechas.verificada && diaEnPalabras(localDay(fechas.verificada, zona))),
    ...fact('Corte', `${corte.numero}, del ${instanteEnPalabras(corte.en, zona)}`),
    ...fact('Huella del corte', corte.sha256),
    ...fact('Huella de los datos', sha256),
  ]
  return [
    { type: 'heading', level: 2, text: PALABRAS.registro },
    ...(isRetirada(candidatura) || candidatura.finDifusion ? [] : [{ type: 'paragraph', text: responsable } as const]),
    { type: 'facts', facts },
  ]
}
