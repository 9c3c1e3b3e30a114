// What ez-vcard says of vCards, and what it reads in them: VERSION FILE... -> JSON, file by file.

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardReader;
import ezvcard.property.StructuredName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

class Judge {
    public static void main(String[] arguments) {
        VCardVersion version = VCardVersion.valueOfByStr(arguments[0]);
        Map<String, Object> answers = new LinkedHashMap<>();
        for (String file : Arrays.asList(arguments).subList(1, arguments.length)) {
            answers.put(file, answer(file, version));
        }
        // ASCII alone, as Java asks the locale how to write anything else.
        System.out.println(json(answers));
    }

    static Map<String, Object> answer(String file, VCardVersion version) {
        List<String> complaints = new ArrayList<>();
        List<Object> cards = new ArrayList<>();
        try (VCardReader reader = new VCardReader(Files.readString(Path.of(file)))) {
            for (VCard card = reader.readNext(); card != null; card = reader.readNext()) {
                reader.getWarnings().forEach(warning -> complaints.add(warning.toString()));
                card.validate(version).forEach(found -> found.getValue().forEach(warning ->
                    complaints.add(found.getKey() == null ? warning.toString()
                        : found.getKey().getClass().getSimpleName() + ": " + warning)));
                if (card.getVersion() != version) {
                    complaints.add("This is version " + card.getVersion() + ".");
                }
                cards.add(read(card));
            }
        } catch (IOException | RuntimeException error) {
            complaints.add(error.toString());
        }
        if (cards.isEmpty()) {
            complaints.add("There is no vCard.");
        }
        return Map.of("complaints", complaints, "read", cards);
    }

    static Map<String, Object> read(VCard card) {
        Map<String, Object> read = new LinkedHashMap<>();
        read.put("version", card.getVersion().getVersion());
        read.put("fn", card.getFormattedName() == null ? "" : card.getFormattedName().getValue());
        read.put("n", card.getStructuredName() == null ? List.of() : parts(card.getStructuredName()));
        read.put("tel", card.getTelephoneNumbers().stream().map(tel -> tel.getText()).collect(Collectors.toList()));
        read.put("email", card.getEmails().stream().map(email -> email.getValue()).collect(Collectors.toList()));
        read.put("org", card.getOrganization() == null ? List.of() : card.getOrganization().getValues());
        read.put("note", card.getNotes().isEmpty() ? "" : card.getNotes().get(0).getValue());
        read.put("categories", card.getCategories() == null ? List.of() : card.getCategories().getValues());
        read.put("uid", card.getUid() == null ? "" : card.getUid().getValue());
        return read;
    }

    static List<String> parts(StructuredName name) {
        return List.of(
            name.getFamily() == null ? "" : name.getFamily(),
            name.getGiven() == null ? "" : name.getGiven(),
            String.join(",", name.getAdditionalNames()),
            String.join(",", name.getPrefixes()),
            String.join(",", name.getSuffixes()));
    }

    static String json(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().map(entry -> json(entry.getKey()) + ":" + json(entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Judge::json).collect(Collectors.joining(",", "[", "]"));
        }
        return String.valueOf(value).chars()
            .mapToObj(unit -> unit < ' ' || unit > '~' || unit == '"' || unit == '\\'
                ? String.format("\\u%04x", unit) : String.valueOf((char) unit))
            .collect(Collectors.joining("", "\"", "\""));
    }
}
