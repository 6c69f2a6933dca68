package dev.parley.directory.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.parley.directory.rest.Bodies;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.yaml.snakeyaml.LoaderOptions;

/** Documents in YAML, for people to keep in a repository. */
@ApplicationScoped
class Yaml {
    /** As many characters as a whole tenant may have. */
    static final int MOST_BYTES = 8 << 20;

    private static final int DEEPEST = 20;

    private final YAMLMapper yaml = YAMLMapper.builder(YAMLFactory.builder()
                    .loaderOptions(options())
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_BYTES);
        options.setNestingDepthLimit(DEEPEST);
        return options;
    }

    ObjectNode read(byte[] bytes) {
        try {
            JsonNode tree = yaml.readTree(bytes);
            if (tree == null || tree.isMissingNode() || tree.isNull()) {
                return yaml.createObjectNode();
            }
            return Bodies.checked(tree);
        } catch (JsonProcessingException e) {
            throw Bodies.malformed("Expected YAML, but: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw Bodies.malformed("Expected YAML in UTF-8");
        }
    }

    String write(ObjectNode document) {
        try {
            return yaml.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Could not write YAML", e);
        }
    }
}
