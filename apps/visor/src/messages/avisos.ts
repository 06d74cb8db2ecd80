import own from './es-MX/avisos.json'
import { withTexts } from './index.ts'

export const { t, tn, tWord } = withTexts(own)
