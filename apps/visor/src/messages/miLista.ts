import own from './es-MX/mi-lista.json'
import { withTexts } from './index.ts'

export const { t, tn } = withTexts(own)
