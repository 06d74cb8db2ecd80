import { sentences } from '../../messages/index.ts'
import propios from './mensajes.json' with { type: 'json' }

export const { t } = sentences(propios)
