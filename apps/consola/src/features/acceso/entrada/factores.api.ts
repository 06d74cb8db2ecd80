import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'
import type { Alta, Prueba } from './factores.ts'

export function listFactores() {
  return outcome(client.GET('/api/v1/acceso/factores'))
}

export function challengeFactor() {
  return outcome(client.POST('/api/v1/acceso/factores/reto'))
}

export function beginFactor() {
  return outcome(client.POST('/api/v1/acceso/factores/alta'))
}

export function addFactor(body: Alta) {
  return outcome(client.POST('/api/v1/acceso/factores', { body }))
}

export function renewCodigos() {
  return outcome(client.POST('/api/v1/acceso/factores/codigos'))
}

export function renameFactor(id: string, nombre: string) {
  return outcome(client.PUT('/api/v1/acceso/factores/{id}', { params: { path: { id } }, body: { nombre } }))
}

export function removeFactor(id: string, body: Prueba) {
  return outcome(client.POST('/api/v1/acceso/factores/{id}/retirar', { params: { path: { id } }, body }))
}
