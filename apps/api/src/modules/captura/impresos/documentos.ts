import { nombreActo } from '@conoceles/domain'
import { diaEnPalabras, instanteEnPalabras } from '../../../shared/documentos/fechas.ts'
import type { PdfBlock, PdfDocument, PdfFact } from '../../../shared/documentos/pdf/model.ts'
import type { AcuseImpreso, PersonaImpresa } from './impresos.queries.ts'

/** Letterhead, and the instant of the file. */
export interface Membrete {
  instituto: string
  proceso: string
  zona: string
  simulacro: boolean
  en: string
  /** Origin of the visor, without a slash at its end. */
  origen: string
}

/** The acuse of an act, to print or to send. Its sal is no part of it: with it, the content could be guessed. */
export function toAcuse(acuse: AcuseImpreso, membrete: Membrete): PdfDocument {
  const { folio, acto, recibidoEn, sha256, firma } = acuse
  const { zona, origen } = membrete
  return sheet(`Acuse de recibo ${folio}`, membrete, [
    {
      type: 'facts',
      facts: [
        { label: 'Folio', text: folio },
        { label: 'Acto', text: nombreActo(acto) },
        { label: 'Recibido', text: instanteEnPalabras(recibidoEn.toISOString(), zona) },
        ...factsOf(acuse),
      ],
    },
    {
      type: 'qr',
      address: `${origen}/acuses/${folio}`,
      text: 'Con este código, o en esta dirección, cualquier persona comprueba que el acuse es auténtico:',
    },
    { type: 'heading', level: 2, text: 'Constancia de integridad' },
    {
      type: 'paragraph',
      text: 'El sistema firmó la huella de lo que recibió. La sal con que se calculó la tiene sólo la cuenta que hizo el acto.',
    },
    {
      type: 'facts',
      facts: [
        { label: 'Huella de lo recibido (SHA-256)', text: sha256 },
        { label: 'Firma', text: firma },
      ],
    },
  ])
}

/** Version of the aviso under which she decides. */
interface AvisoImpreso {
  version: number
  vigenteDesde: string
}

const DECISIONES = [
  '¿Consiente que el instituto trate sus respuestas del cuestionario de identidad?',
  '¿Consiente que se publique a qué grupo pertenece, si así lo respondió? Se publica sólo el distintivo del grupo, nunca las respuestas.',
  '¿Consiente que sus respuestas se usen en estadísticas, siempre sin su nombre?',
]

/** The consentimiento of a persona with her data filled in, for her to decide and to sign by hand. */
export function toFormatoConsentimiento(persona: PersonaImpresa, aviso: AvisoImpreso, membrete: Membrete): PdfDocument {
  const version = `Versión ${aviso.version}, vigente desde el ${diaEnPalabras(aviso.vigenteDesde)}`
  return sheet('Consentimiento sobre sus datos de identidad', membrete, [
    { type: 'facts', facts: [...factsOf(persona), { label: 'Aviso de privacidad', text: version }] },
    {
      type: 'qr',
      address: `${membrete.origen}/aviso-privacidad`,
      text: 'Antes de decidir, lea el aviso de privacidad con este código o en esta dirección:',
    },
    {
      type: 'paragraph',
      text: 'Marque Sí o No en cada decisión. Puede decir que no: no afecta su candidatura. Si dice que no a la primera, las otras dos no se contestan.',
    },
    { type: 'list', ordered: true, items: DECISIONES.map((decision) => `${decision}   Sí (     )   No (     )`) },
    { type: 'paragraph', text: 'Puede retirar su consentimiento cuando quiera, sin explicar por qué.' },
    { type: 'blanks', labels: ['Lugar', 'Fecha en que firma'] },
    { type: 'signature', lines: [persona.nombre, 'Nombre y firma de la persona candidata'] },
  ])
}

function factsOf({ nombre, cargo, lugar, calidad, actor }: PersonaImpresa): PdfFact[] {
  return [
    { label: 'Persona candidata', text: nombre },
    { label: 'Cargo', text: `${cargo}${calidad === 'suplente' ? ' (suplente)' : ''}, ${lugar}` },
    { label: 'Postula', text: actor },
  ]
}

function sheet(title: string, { instituto, proceso, simulacro, en }: Membrete, blocks: PdfBlock[]): PdfDocument {
  return {
    title,
    institute: instituto,
    proceso,
    foot: `${simulacro ? 'SIMULACRO · ' : ''}${title}`,
    notice: simulacro ? 'SIMULACRO: es un ensayo con personas ficticias.' : null,
    createdAt: en,
    orientation: 'portrait',
    blocks,
  }
}
