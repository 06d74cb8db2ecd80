import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'
import type { CategoriaEscrita } from '../../../api-types.ts'

const at = (pregunta: string) => ({ params: { path: { pregunta } } })

export function listCodificaciones() {
  return outcome(client.GET('/api/v1/codificaciones'))
}

export function readCodificacion(pregunta: string) {
  return outcome(client.GET('/api/v1/codificaciones/{pregunta}', at(pregunta)))
}

export function guardarLibro(pregunta: string, body: { version: number; categorias: CategoriaEscrita[] }) {
  return outcome(client.PUT('/api/v1/codificaciones/{pregunta}/libro', { ...at(pregunta), body }))
}

export function abrir(pregunta: string) {
  return outcome(client.POST('/api/v1/codificaciones/{pregunta}/apertura', at(pregunta)))
}

export function cerrar(pregunta: string) {
  return outcome(client.POST('/api/v1/codificaciones/{pregunta}/cierre', at(pregunta)))
}

export function reiniciar(pregunta: string, razon: string) {
  return outcome(client.POST('/api/v1/codificaciones/{pregunta}/reinicio', { ...at(pregunta), body: { razon } }))
}

export function tomarPlaza(pregunta: string) {
  return outcome(client.POST('/api/v1/codificaciones/{pregunta}/plaza', at(pregunta)))
}

export function leerTextos(pregunta: string) {
  return outcome(client.POST('/api/v1/codificaciones/{pregunta}/lectura', at(pregunta)))
}

export function codificar(pregunta: string, { id, codigo }: { id: string; codigo: string | null }) {
  return outcome(client.PUT('/api/v1/codificaciones/{pregunta}/textos/{id}', { params: { path: { pregunta, id } }, body: { codigo } }))
}

export function terminar(pregunta: string) {
  return outcome(client.POST('/api/v1/codificaciones/{pregunta}/termino', at(pregunta)))
}

export function leerDesacuerdos(pregunta: string) {
  return outcome(client.POST('/api/v1/codificaciones/{pregunta}/desacuerdos', at(pregunta)))
}

export function resolver(pregunta: string, { id, ...body }: { id: string; codigo: string; razon: string }) {
  return outcome(client.PUT('/api/v1/codificaciones/{pregunta}/desacuerdos/{id}', { params: { path: { pregunta, id } }, body }))
}
