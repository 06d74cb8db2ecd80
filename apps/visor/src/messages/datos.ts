import own from './es-MX/datos.json'
import { withTexts } from './index.ts'

export const { t, tn, tWord } = withTexts(own)
