import type { TestApp } from '../app.ts'
import { send } from './envios.ts'

export interface RemisionVista {
  id: string
  numero: string
  estatus: string
  version: number
  retrasoMinutos: number | null
  entregables: { clave: string; hito: { estatus: string; retrasoMinutos: number | null } | null }[]
  advertencias: { tipo: string; entregable: string | null; milestones: string[] }[]
  envio: { enviadaEn: string; folio: string } | null
  acuse: { recibidaEn: string; folio: string } | null
  correcciones: { que: string; ocurridoEn: string; dato: string; documento: { id: string } | null; motivo: string; folio: string }[]
}

export interface Pendientes {
  elementos: { clave: string; hito: { vence: string; estatus: string }; remision: { id: string; numero: string } | null }[]
}

export interface Propuesta {
  numeracion: string
  asunto: string
  cuerpo: string
  anexos: { id: string }[]
  remitente: { nombre: string; cargo: string }
  porConfirmar: string[]
}

let numbers = 0

/** A whole oficio to nobody, where a test does not say otherwise. */
export function borrador(more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    entregables: ['B/2030-04'],
    numero: `VC/OF/P${(numbers += 1)}/2030`,
    lugar: 'Puerto Imaginario',
    fecha: '2030-05-04',
    destinatario: { nombre: 'Titular Ficticia', cargo: 'Enlace con las oficinas', organo: 'Autoridad Ficticia' },
    atencion: { nombre: '', cargo: 'Unidad de Archivo', organo: 'Autoridad Ficticia' },
    asunto: 'Se remite lo de abril',
    cuerpo: 'El instituto remite lo que debe.\n\nSin otro particular.',
    remitente: { nombre: 'Firma Ficticia', cargo: 'Oficina de Valle Claro' },
    copias: ['Archivo'],
    anexos: [],
    ...more,
  }
}

export async function preparar(test: TestApp, token: string, more: Record<string, unknown> = {}): Promise<RemisionVista> {
  const { status, body, bytes } = await send<RemisionVista>(test, ['POST', '/remisiones'], { token, json: borrador(more) })
  if (status !== 201) throw new Error(`remisión not prepared: ${status} ${bytes.toString()}`)
  return body
}
