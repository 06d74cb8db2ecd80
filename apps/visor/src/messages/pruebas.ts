import own from './es-MX/pruebas.json'
import { withTexts } from './index.ts'

export const { t, tn, tWord } = withTexts(own)
