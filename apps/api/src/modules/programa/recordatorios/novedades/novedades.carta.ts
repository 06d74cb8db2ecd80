import { pairOf } from '@conoceles/domain/typed'
import { longDate } from '@conoceles/domain'
import { diaEnPalabras, plazoEnPalabras } from '../../../../shared/documentos/fechas.ts'
import { oneLine, type Carta, type Parte } from '../carta.ts'
import type { Reglas } from '../situation.service.ts'
import type { NovedadRow, TipoNovedad } from './novedades.queries.ts'

interface Dicho {
  asunto: string
  partes: Parte[]
}

interface Place {
  novedad: NovedadRow
  reglas: Reglas
  /** Address of the public site. */
  publico: string
  /** Day of the proceso, ISO 8601. */
  hoy: string
}

/** Message about a fact of one candidatura, to her or to her actor político. */
export function toCartaNovedad(place: Place, saludo: string): Carta {
  const { asunto, partes } = DICHOS[place.novedad.tipo](place)
  return {
    asunto,
    saludo: oneLine(saludo),
    partes,
    pie: [{ texto: `${oneLine(place.reglas.instituto)}. Mensaje automático del sistema «Candidatas y Candidatos, Conóceles».` }],
  }
}

const DICHOS: Record<TipoNovedad, (place: Place) => Dicho> = {
  observada: (place) => ({
    asunto: 'Conóceles: su cuestionario tiene algo que corregir',
    partes: [
      { texto: `${oneLine(place.reglas.instituto)} revisó su cuestionario y le pide corregir algo.` },
      { datos: [candidaturaOf(place), ...observacionOf(place), ...fechaOf(place, 'Tiene hasta')] },
      ...(place.novedad.texto === null ? [{ texto: 'En su página está qué y por qué.' }] : []),
      enlaceOf(place, 'Corregirlo'),
      { texto: `Cuando lo corrija, ${oneLine(place.novedad.actor)} lo envía otra vez.` },
    ],
  }),
  validada: (place) => ({
    asunto: 'Conóceles: su cuestionario llegó al instituto',
    partes: [
      { texto: `${oneLine(place.novedad.actor)} envió su cuestionario. Ahora lo revisa ${oneLine(place.reglas.instituto)}.` },
      { datos: [candidaturaOf(place)] },
      { texto: 'Usted no tiene que hacer nada. Si hay algo que corregir, le escribiremos.' },
      enlaceOf(place, 'Ver cómo va'),
    ],
  }),
  verificada: (place) =>
    place.novedad.publicaDesde > place.hoy
      ? {
          asunto: 'Conóceles: el instituto ya revisó su cuestionario',
          partes: [
            { texto: `${oneLine(place.reglas.instituto)} revisó su cuestionario y no pide nada más.` },
            { datos: [candidaturaOf(place), ['Su página será pública desde', diaEnPalabras(place.novedad.publicaDesde)]] },
            { texto: 'Usted no tiene que hacer nada. Ese día le escribiremos con la dirección de su página.' },
            enlaceOf(place, 'Ver cómo va'),
          ],
        }
      : publicada(place),
  publicada: (place) => publicada(place),
  plazo: (place) => ({
    asunto: `Conóceles: tiene hasta el ${longDate(String(place.novedad.vence))} para llenar su cuestionario`,
    partes: [
      { texto: 'Todavía falta llenar el cuestionario de su candidatura. Lo que ya escribió está guardado.' },
      { datos: [candidaturaOf(place), ...fechaOf(place, 'Tiene hasta')] },
      enlaceOf(place, 'Seguir llenándolo'),
    ],
  }),
  avisada: (place) => ({
    asunto: 'Conóceles: avisó que terminó su cuestionario',
    partes: [
      {
        texto: `Usted avisó que terminó. Ahora ${oneLine(place.novedad.actor)} lo revisa y lo envía a ${oneLine(place.reglas.instituto)}.`,
      },
      {
        datos: [candidaturaOf(place), ...folioOf(place), ...fechaOf(place, `${oneLine(place.novedad.actor)} tiene hasta`)],
      },
      { texto: 'Usted no tiene que hacer nada más. Mientras no se envíe, todavía puede cambiarlo.' },
      enlaceOf(place, 'Ver cómo va'),
    ],
  }),
  terminada: (place) => ({
    asunto: `Conóceles: ${oneLine(place.novedad.nombre)} avisó que terminó su cuestionario`,
    partes: [
      { texto: 'La persona candidata avisó que terminó. Revise su cuestionario y envíelo al instituto.' },
      { datos: [['Persona', oneLine(place.novedad.nombre)], candidaturaOf(place), ...fechaOf(place, 'Vence')] },
      { enlace: 'Revisarlo y enviarlo', url: `${place.reglas.origen}/consola/candidaturas/${place.novedad.candidaturaId}/captura/envio` },
    ],
  }),
}

function publicada(place: Place): Dicho {
  return {
    asunto: 'Conóceles: su página ya es pública',
    partes: [
      { texto: `${oneLine(place.reglas.instituto)} revisó su cuestionario. Su página ya es pública y puede compartirla.` },
      { datos: [candidaturaOf(place)] },
      { enlace: 'Su página', url: `${place.publico}/candidaturas/${place.novedad.candidaturaId}` },
      { enlace: 'Si algo debe corregirse, entre y pídalo', url: `${place.reglas.origen}/consola/mi-candidatura` },
    ],
  }
}

function candidaturaOf({ novedad: { cargo, lugar } }: Place): [string, string] {
  return ['Candidatura', `${oneLine(cargo)}, ${oneLine(lugar)}`]
}

/** Her own words and the section travel by mail only where they are public: of identity nothing is said. */
function observacionOf({ novedad: { dia, titulo, texto } }: Place): [string, string][] {
  const observada = pairOf('Observada', diaEnPalabras(dia))
  if (texto === null) return [observada]
  return [observada, pairOf('Sección', oneLine(titulo ?? '')), pairOf('Qué corregir', oneLine(texto))]
}

function folioOf({ novedad: { folio } }: Place): [string, string][] {
  return folio === null ? [] : [pairOf('Folio de su aviso', folio)]
}

function fechaOf({ novedad: { vence } }: Place, term: string): [string, string][] {
  return vence === null ? [] : [[term, plazoEnPalabras(vence)]]
}

function enlaceOf({ novedad: { tipo, seccion, candidaturaId }, reglas: { origen } }: Place, enlace: string): Parte {
  const own = tipo === 'observada' && seccion !== null ? `candidaturas/${candidaturaId}/captura/curricular/${seccion}` : 'mi-candidatura'
  return { enlace, url: `${origen}/consola/${own}` }
}
