import own from './es-MX/practica.json'
import { withTexts } from './index.ts'

export const { t } = withTexts(own)
