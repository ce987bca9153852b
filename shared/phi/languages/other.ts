import type { LanguageLabels } from './language-labels.ts'

/** Labels of numbers in further languages: those of persons and insured, where nothing else of the language is read. */
export const otherNumbers: LanguageLabels['numbers'] = {
  MRN: 'patientnummer|potilasnumero|potilastunnus|journalnummer|journalnr|numer pacjenta|numer historii choroby|chorobopis|protokol no|dosya no|病案号|住院号|등록번호|환자번호|患者番号|カルテ番号|診察券番号|номер карты|история болезни|αριθμος μητρωου|رقم الملف|رقم المريض|מספר תיק',
  HEALTH_PLAN:
    'amka|αμκα|EHIC|zorgverzekering|polisnummer|verzekerdennummer|TAJ|taj szam|полис|омс|полис омс|保険証番号|医保号|건강보험증번호',
  SSN: 'personnummer|personnr|pnr|samordningsnummer|samordningsnr|hetu|henkilotunnus|cpr|cpr nr|cpr nummer|fodselsnummer|fodselsnr|fnr|d nummer|kennitala|bsn|burgerservicenummer|sofinummer|insz|niss|rijksregisternummer|rijksregisternr|RRN|pesel|rodne cislo|RC|CNP|cod numeric personal|egn|егн|jmbg|maticni broj|oib|emso|isikukood|asmens kodas|personas kods|szemelyi szam|szemelyi azonosito|adoazonosito|снилс|инн|рнокпп',
  ID: 't c kimlik|tc kimlik|tc kimlik no|kimlik no|kimlik|tckn|주민등록번호|주민번호|외국인등록번호|身份证|身份证号|身份证号码|公民身份号码|マイナンバー|個人番号|ת ז|תז|תעודת זהות|מספר זהות|رقم الهوية|الرقم القومي|الهوية الوطنية|رقم الإقامة|dowod osobisty|henkilokortti|obcansky prukaz|паспорт|ταυτοτητα|αφμ|αδτ|CCCD|CMND|NIK|KTP|mykad|IC no|aadhaar|aadhar|आधार|ABHA|CNIC|NRIC|HKID|emirates id|iqama|QID|civil id',
}
